import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { ResultOf } from '../../../ui/client/types.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ReturnDialog } from '../../../ui/components/return-dialog.tsx'
import { t } from '../../../ui/messages/index.ts'
import { IssueButton } from '../../papers/web/issue-button.tsx'
import type { assemblePackage } from '../commands/assemble-package.ts'
import type { PackageAnswer } from './types.ts'

/** The steps that are open to this person, and the package as files. */
export function PackageActions({ answer, onSend }: { answer: PackageAnswer; onSend: () => void }) {
  const { package: found, content, can } = answer
  return (
    <>
      {!found.paper && (
        <>
          <DownloadLink href={`/api/exports/package/${found.id}.zip`}>{t('exchange.zip')}</DownloadLink>
          <DownloadLink href={`/api/exports/package/${found.id}.pdf`}>{t('exchange.pdf')}</DownloadLink>
        </>
      )}
      <PrintButton look="other" />
      {found.state !== 'draft' && !found.paper && (
        <IssueButton source={{ packageId: found.id }} label={t('papers.issue-letter')} look="other" />
      )}
      {can.receive === null && <Receipt answer={answer} />}
      {can.again === null && answer.replacedBy === null && <Again answer={answer} />}
      {can.approve === null && <Approve answer={answer} />}
      {can.send === null && (
        <Button look="main" onClick={onSend}>
          {t('exchange.send', { name: content.to.shortName })}
        </Button>
      )}
    </>
  )
}

/** The leader has read what stands below and lets the clerk send it. */
function Approve({ answer }: { answer: PackageAnswer }) {
  const approving = useCommand<{ clearanceId: string; packageId: string; digest: string }>('exchange.approve-package')
  const approve = async () => {
    const input = { clearanceId: newId(), packageId: answer.package.id, digest: answer.digest }
    if (await approving.send(input)) tell(t('exchange.approved'))
  }
  return (
    <>
      <Problem of={approving} />
      <Button busy={approving.state === 'sending'} onClick={() => void approve()}>
        {t('exchange.approve')}
      </Button>
    </>
  )
}

function Receipt({ answer }: { answer: PackageAnswer }) {
  const [returning, setReturning] = useState(false)
  const receiving = useCommand<{ packageId: string; version: number }>('exchange.receive-package')
  const { id: packageId, version } = answer.package
  const receive = async () => {
    if (await receiving.send({ packageId, version })) tell(t('exchange.received'))
  }
  return (
    <>
      <Problem of={receiving} />
      <Button onClick={() => setReturning(true)}>{t('exchange.return')}</Button>
      <Button look="main" busy={receiving.state === 'sending'} onClick={() => void receive()}>
        {t('exchange.receive')}
      </Button>
      {returning && (
        <ReturnDialog
          command="exchange.return-package"
          at={{ packageId: answer.package.id, version: answer.package.version }}
          title={t('exchange.return-title')}
          submit={t('exchange.return')}
          label={t('exchange.return-reason')}
          help={t('exchange.return-help')}
          done={t('exchange.returned', { name: answer.content.from.shortName })}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  )
}

/** A new package for the same period, with the words and files of the returned one. */
function Again({ answer }: { answer: PackageAnswer }) {
  const go = useGo()
  const making = useCommand<Record<string, unknown>, ResultOf<typeof assemblePackage>>('exchange.assemble-package')
  const { programmeId, dutyKey, year, note } = answer.package
  const make = async () => {
    const fileIds = answer.content.files.map(file => file.id)
    const done = await making.send({ packageId: newId(), programmeId, dutyKey, year, note, fileIds })
    if (done) go(`/trao-doi/${done.answer.packageId}`)
  }
  return (
    <>
      <Problem of={making} />
      <Button look="main" busy={making.state === 'sending'} onClick={() => void make()}>
        {t('exchange.again')}
      </Button>
    </>
  )
}
