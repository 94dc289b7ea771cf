import { useState } from 'react'
import { me } from '../../../ui/client/boot.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useDisclosure } from '../../../ui/client/use-disclosure.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { EmptyPlace } from '../../../ui/components/places.tsx'
import { PurposeForm } from '../../../ui/components/purpose-form.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { accessLog } from '../access-log.ts'
import { moment } from './moment.ts'

type Log = AnswerOf<typeof accessLog>
type Reading = Log['readings'][number]

const subjectWord = ({ kind }: Reading) => find(`reading.${kind}`) ?? kind

const columnsOf = (): Column<Reading>[] => [
  { key: 'at', title: t('agencies.log-at'), sort: row => row.at, cell: row => moment(row.at) },
  {
    key: 'by',
    title: t('agencies.log-by'),
    sort: row => row.by,
    cell: row => [row.by, row.post].filter(Boolean).join(', '),
  },
  { key: 'what', title: t('agencies.log-what'), sort: subjectWord, cell: subjectWord },
  { key: 'purpose', title: t('agencies.log-purpose'), cell: row => row.purpose },
]

/** Who of the own body read sensitive records, and why. Opened with a reason, which is written down as well. */
export default function AccessLog() {
  const log = useDisclosure<Log>('agencies.access-log')
  const [purpose, setPurpose] = useState('')
  const [offset, setOffset] = useState(0)
  const open = (why: string, from = 0) => {
    setPurpose(why)
    setOffset(from)
    void log.open({ purpose: why, offset: from })
  }
  const mayOpen = me().roles.some(role => role === 'leader' || role === 'administrator')
  if (!mayOpen)
    return (
      <Page title={t('agencies.log-title')}>
        <EmptyPlace title={t('agencies.log-closed')} help={t('agencies.log-closed-help')} />
      </Page>
    )
  return (
    <Page title={t('agencies.log-title')}>
      <p>{t('agencies.log-why')}</p>
      {log.answer === null ? (
        <section className="card padded">
          <PurposeForm submit={t('agencies.log-open')} busy={log.busy} problem={log.problem} onOpen={open} />
        </section>
      ) : (
        <>
          <Table caption={t('agencies.log-title')} columns={columnsOf()} rows={log.answer.readings} keyOf={row => row.id} />
          {log.answer.more && (
            <div className="row no-print">
              <Button busy={log.busy} onClick={() => open(purpose, offset + log.answer!.readings.length)}>
                {t('agencies.log-older')}
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  )
}
