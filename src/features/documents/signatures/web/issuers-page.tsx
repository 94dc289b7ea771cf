import { vietnamDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { sendCommand } from '../../../../ui/client/send.ts'
import type { AnswerOf } from '../../../../ui/client/types.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { LocalFile } from '../../../../ui/components/local-file.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../../ui/components/places.tsx'
import { type Column, Table } from '../../../../ui/components/table.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { issuers } from '../queries.ts'
import './issuers.css'

type Issuers = AnswerOf<typeof issuers>
type Issuer = Issuers['issuers'][number]

const day = (time: string) => vietnamDate(new Date(time))
const inFours = (fingerprint: string) => fingerprint.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')

/** Asked anew by each page: its words are there only then. */
const columnsOf = (): Column<Issuer>[] => [
  { key: 'subject', title: t('documents.subject'), sort: row => row.subject, cell: row => row.subject },
  {
    key: 'valid',
    title: t('documents.valid'),
    sort: row => row.validUntil,
    cell: row => t('documents.valid-days', { from: day(row.validFrom), until: day(row.validUntil) }),
  },
  {
    key: 'fingerprint',
    title: t('documents.fingerprint'),
    cell: row => <span className="fingerprint">{inFours(row.fingerprint)}</span>,
  },
  {
    key: 'asked',
    title: t('documents.asked'),
    sort: row => Number(row.asked),
    cell: row => t(row.asked && !row.ended ? 'documents.asked-yes' : 'documents.asked-no'),
  },
  {
    key: 'standing',
    title: t('documents.standing'),
    sort: row => Number(row.ended),
    cell: row => t(row.ended ? 'documents.distrusted' : 'documents.trusted'),
  },
]
const keeping: Column<Issuer> = {
  key: 'keep',
  title: '',
  cell: row => (
    <div className="row">
      {!row.ended && <AskButton issuer={row} />}
      <TrustButton issuer={row} />
    </div>
  ),
}

/** Whom the site trusts to issue certificates of signers: seen by everybody, kept by administrators. */
export default function IssuersPage() {
  const found = useAnswer<Issuers>('documents.issuers', {})
  return (
    <Page
      title={t('documents.issuers')}
      actions={
        <a className="button" href="/xac-minh">
          {t('documents.verify')}
        </a>
      }
    >
      <p>{t('documents.issuers-help')}</p>
      <Answered of={found}>
        {({ issuers: rows, can }) => (
          <>
            {rows.length === 0 ? (
              <EmptyPlace title={t('documents.no-issuers')} help={t('documents.no-issuers-help')} />
            ) : (
              <Table
                caption={t('documents.issuers')}
                columns={can.keep ? [...columnsOf(), keeping] : columnsOf()}
                rows={rows}
                keyOf={row => row.id}
              />
            )}
            {rows.length > 0 && <p className="quiet">{t('documents.asked-help')}</p>}
            {can.keep && <AddIssuer />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function AddIssuer() {
  const add = useCommand<object>('documents.trust-issuer')
  const take = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = Array.from(bytes.subarray(0, LARGEST), byte => String.fromCharCode(byte)).join('')
    if (await add.send({ issuerId: newId(), file: btoa(text) })) tell(t('documents.issuer-added'))
  }
  return (
    <section className="card padded stack no-print">
      <h2>{t('documents.add-issuer')}</h2>
      <p className="quiet">{t('documents.add-issuer-help')}</p>
      <LocalFile accept=".cer,.crt,.pem,.der" label={t('documents.choose-file')} onFile={file => void take(file)} />
      <Problem of={add} />
    </section>
  )
}

/** More than any certificate has; the rest of a wrong file is not sent. */
const LARGEST = 40_000

function TrustButton({ issuer }: { issuer: Issuer }) {
  const [step, back, word, said] = issuer.ended
    ? (['documents.trust-again', 'documents.distrust-issuer', 'documents.trust-again', 'documents.issuer-back'] as const)
    : (['documents.distrust-issuer', 'documents.trust-again', 'documents.distrust', 'documents.issuer-ended'] as const)
  const change = useCommand<object>(step)
  const input = { issuerId: issuer.id }
  const press = async () => {
    if (!(await change.send(input))) return
    tell(t(said), async () => {
      await sendCommand(back, input)
      await refresh(['documents.'])
    })
  }
  return (
    <>
      <Button aria-label={`${t(word)}: ${issuer.subject}`} busy={change.state === 'sending'} onClick={() => void press()}>
        {t(word)}
      </Button>
      <Problem of={change} />
    </>
  )
}

/** Whether the servers that stand in this issuer's certificates are asked if one was called back. */
function AskButton({ issuer }: { issuer: Issuer }) {
  const ask = useCommand<object>('documents.ask-issuer')
  const set = (asked: boolean) => ({ issuerId: issuer.id, asked })
  const word = t(issuer.asked ? 'documents.ask-end' : 'documents.ask-begin')
  const press = async () => {
    if (!(await ask.send(set(!issuer.asked)))) return
    tell(t(issuer.asked ? 'documents.ask-ended' : 'documents.ask-begun'), async () => {
      await sendCommand('documents.ask-issuer', set(issuer.asked))
      await refresh(['documents.'])
    })
  }
  return (
    <>
      <Button aria-label={`${word}: ${issuer.subject}`} busy={ask.state === 'sending'} onClick={() => void press()}>
        {word}
      </Button>
      <Problem of={ask} />
    </>
  )
}
