import { useState } from 'react'
import { newId } from '../../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { sendCommand } from '../../../../ui/client/send.ts'
import { useGo } from '../../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../../ui/components/button.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { ReturnDialog } from '../../../../ui/components/return-dialog.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { type AmendmentAnswer, listAddress, newAddress } from './types.ts'

type Step = { amendmentId: string; version: number }

/** The steps that are open to this person, the next one last and plain to see. */
export function AmendmentActions({ answer, onView }: { answer: AmendmentAnswer; onView: (view: string) => void }) {
  const { amendment, parties, can } = answer
  const [returning, setReturning] = useState(false)
  const { id, programmeId } = amendment
  const others = parties.filter(party => party.bodyId !== amendment.byBody)
  return (
    <>
      <DownloadLink href={`/api/exports/amendment/${id}.docx`}>{t('amendments.docx')}</DownloadLink>
      <DownloadLink href={`/api/exports/amendment/${id}.pdf`}>{t('amendments.pdf')}</DownloadLink>
      {can.withdraw && <Withdraw answer={answer} />}
      {can.write && <Button onClick={() => onView('sua')}>{t('amendments.edit')}</Button>}
      {can.again && <ButtonLink to={newAddress(programmeId, { from: id })}>{t('amendments.again')}</ButtonLink>}
      {can.return && <Button onClick={() => setReturning(true)}>{t('amendments.return')}</Button>}
      {can.counter && <ButtonLink to={newAddress(programmeId, { counters: id })}>{t('amendments.counter')}</ButtonLink>}
      {can.share && (
        <Button look="main" onClick={() => onView('gui')}>
          {t('amendments.share', { name: others.map(party => party.shortName).join('; ') })}
        </Button>
      )}
      {can.agree && (
        <Button look="main" onClick={() => onView('thong-nhat')}>
          {t('amendments.agree-look')}
        </Button>
      )}
      {returning && (
        <ReturnDialog
          command="programmes.return-amendment"
          at={{ amendmentId: answer.amendment.id, version: answer.amendment.version }}
          title={t('amendments.return-title')}
          submit={t('amendments.return')}
          label={t('amendments.return-reason')}
          help={t('amendments.return-help')}
          done={t('amendments.returned')}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  )
}

/** A draft is put aside with ten seconds to take it back; what was sent is taken back by its leader. */
function Withdraw({ answer }: { answer: AmendmentAnswer }) {
  const { id: amendmentId, version, programmeId, state } = answer.amendment
  const withdrawing = useCommand<Step>('programmes.withdraw-amendment')
  const go = useGo()
  const restore = async () => {
    await sendCommand('programmes.restore-amendment', { amendmentId, version: version + 1 }, newId(), false)
    await refresh(['programmes', 'insight.'])
  }
  const withdraw = async () => {
    if (!(await withdrawing.send({ amendmentId, version }))) return
    if (state === 'shared') return tell(t('amendments.taken-back'))
    go(listAddress(programmeId))
    tell(t('amendments.withdrawn'), restore)
  }
  return (
    <>
      <Problem of={withdrawing} />
      <Button busy={withdrawing.state === 'sending'} onClick={() => void withdraw()}>
        {t(state === 'shared' ? 'amendments.take-back' : 'amendments.withdraw')}
      </Button>
    </>
  )
}
