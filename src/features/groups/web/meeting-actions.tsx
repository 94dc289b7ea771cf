import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ReturnDialog } from '../../../ui/components/return-dialog.tsx'
import { t } from '../../../ui/messages/index.ts'
import { IssueButton } from '../../papers/web/issue-button.tsx'
import type { MeetingAnswer } from './types.ts'

/** The other parties by name. */
export const otherNames = ({ parties, own }: MeetingAnswer): string =>
  parties
    .filter(party => party.bodyId !== own)
    .map(party => party.shortName)
    .join(', ')

type ActionsProps = { answer: MeetingAnswer; onView: (view: string) => void }

/** The steps that are open to this person. */
export function MeetingActions({ answer, onView }: ActionsProps) {
  const { can, meeting } = answer
  const [returning, setReturning] = useState(false)
  const taking = useCommand<object>('groups.take-back-meeting')
  const takeBack = async () => {
    if (await taking.send({ meetingId: meeting.id, version: meeting.version })) tell(t('groups.taken-back'))
  }
  return (
    <>
      <PrintButton look="other" />
      {can.write === null && <Button onClick={() => onView('soan')}>{t('groups.edit')}</Button>}
      {can.takeBack === null && (
        <Button busy={taking.state === 'sending'} onClick={() => void takeBack()}>
          {t('groups.take-back')}
        </Button>
      )}
      {can.propose === null && (
        <Button look="main" onClick={() => onView('gui')}>
          {t('groups.propose', { names: otherNames(answer) })}
        </Button>
      )}
      {can.answer === null && (
        <>
          <Button onClick={() => setReturning(true)}>{t('groups.return')}</Button>
          <Button look="main" onClick={() => onView('thong-nhat')}>
            {t('groups.agree')}
          </Button>
        </>
      )}
      {meeting.state === 'agreed' && <IssueButton source={{ meetingId: meeting.id }} label={t('papers.issue-minutes')} />}
      <Problem of={taking} />
      {returning && (
        <ReturnDialog
          command="groups.return-meeting"
          at={{ meetingId: answer.meeting.id, version: answer.meeting.version }}
          title={t('groups.return-title')}
          submit={t('groups.return')}
          label={t('groups.return-reason')}
          done={t('groups.returned')}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  )
}
