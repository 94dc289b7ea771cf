import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'
import { otherNames } from './meeting-actions.tsx'
import { MinutesView } from './minutes-view.tsx'
import type { MeetingAnswer } from './types.ts'

type MinutesOutProps = { answer: MeetingAnswer; step: 'propose' | 'agree'; onBack: () => void }

/** Shows exactly the minutes that a leader puts before the others, or agrees to. */
export function MinutesOut({ answer, step, onBack }: MinutesOutProps) {
  const sending = useCommand<{ meetingId: string; digest: string }>(`groups.${step}-meeting`)
  const names = otherNames(answer)
  const action = step === 'propose' ? t('groups.propose', { names }) : t('groups.agree')
  const confirm = async () => {
    if (!(await sending.send({ meetingId: answer.meeting.id, digest: answer.digest }))) return
    tell(step === 'propose' ? t('groups.proposed', { names }) : t('groups.agreed'))
    onBack()
  }
  return (
    <Page title={action}>
      <ConfirmOut
        to={step === 'propose' ? [names] : []}
        action={action}
        note={t(`groups.${step}-note`)}
        onConfirm={() => void confirm()}
        onBack={onBack}
        sending={sending}
      >
        <MinutesView answer={answer} />
        <p className="quiet small">{t('groups.code', { code: answer.digest.slice(0, 12) })}</p>
      </ConfirmOut>
    </Page>
  )
}
