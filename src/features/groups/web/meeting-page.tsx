import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { useAddressWord, usePathPart, useScrollToAnchor } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Responsible } from '../../agencies/web/responsible.tsx'
import { agreedName } from '../../post/web/agreed-name.ts'
import { Posted } from '../../post/web/posted.tsx'
import { Laying } from '../../programmes/web/laying.tsx'
import './groups.css'
import { MeetingActions } from './meeting-actions.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { MinutesOut } from './minutes-out.tsx'
import { MinutesView } from './minutes-view.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { ToPlanDialog } from './to-plan-dialog.tsx'
import type { Conclusion, MeetingAnswer } from './types.ts'

/** One meeting. `?xem=soan` writes on it, `gui` and `thong-nhat` show exactly what is agreed to. */
export default function MeetingPage() {
  const meetingId = usePathPart('meetingId')
  const found = useAnswer<MeetingAnswer>('groups.meeting', { meetingId })
  const [view, setView] = useAddressWord('xem')
  if (!found.data) {
    return (
      <Page title={t('groups.meetings')}>
        <Answered of={found}>{() => null}</Answered>
      </Page>
    )
  }
  const answer = found.data
  const title = t('groups.meeting-title', { day: printDate(answer.meeting.heldOn) })
  const { programme } = answer
  const above = (
    <ThreadBar
      steps={[
        { label: programme.number ?? programme.title, to: `/chuong-trinh/${programme.id}` },
        { label: t('groups.title'), to: `/chuong-trinh/${programme.id}/dau-moi` },
        { label: title, current: true },
      ]}
    />
  )
  if (view === 'soan' && answer.can.write === null)
    return (
      <Page title={t('groups.meeting-change')} above={above}>
        <MeetingForm key={answer.meeting.version} answer={answer} old={answer} />
      </Page>
    )
  const out = view === 'gui' ? answer.can.propose : view === 'thong-nhat' ? answer.can.answer : undefined
  if (out === null) return <MinutesOut answer={answer} step={view === 'gui' ? 'propose' : 'agree'} onBack={() => setView('')} />
  return (
    <Posted subject={{ kind: 'meeting', id: meetingId }} title={title} above={above} content={<MinutesView answer={answer} />}>
      {panel => (
        <Page title={title} above={above} actions={<MeetingActions answer={answer} onView={setView} />}>
          <Standing answer={answer} />
          <Laying laid={answer.laid} concerns={['groups']} command="groups.submit-meeting" input={{ meetingId }} />
          {panel}
          <Minutes answer={answer} />
        </Page>
      )}
    </Posted>
  )
}

function Standing({ answer: { meeting, parties, own, agreedBy, can } }: { answer: MeetingAnswer }) {
  const nameOf = (bodyId: string | null) => parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  return (
    <div className="message">
      <div className="row">
        <StateWord state={meeting.state} />
        {meeting.state === 'draft' && <InternalMark />}
        <span>
          {t('groups.recorded-by')}: {nameOf(meeting.byBody)}
        </span>
        {agreedBy.length > 0 && (
          <span>
            {t('groups.agreed-by', { names: agreedBy.map(({ bodyId, paper }) => agreedName(nameOf(bodyId), paper)).join('; ') })}
          </span>
        )}
      </div>
      {meeting.state === 'draft' && meeting.byBody === own && (
        <p>{t(can.propose === null ? 'groups.draft-own' : 'groups.waits-leader')}</p>
      )}
      {meeting.state !== 'agreed' && meeting.reason && (
        <p>{t('groups.returned-by', { name: nameOf(meeting.returnedBy), reason: meeting.reason })}</p>
      )}
    </div>
  )
}

function Minutes({ answer }: { answer: MeetingAnswer }) {
  const [moving, setMoving] = useState<Conclusion | null>(null)
  const [planning, setPlanning] = useState<Conclusion | null>(null)
  useScrollToAnchor(true)
  const actions = (conclusion: Conclusion) => (
    <div className="row no-print">
      {conclusion.can.move === null && (
        <Button look="plain" onClick={() => setMoving(conclusion)}>
          {t('groups.move')}
        </Button>
      )}
      {answer.can.link === null && conclusion.planId === null && conclusion.state !== 'done' && (
        <Button look="plain" onClick={() => setPlanning(conclusion)}>
          {t('groups.to-plan')}
        </Button>
      )}
      {conclusion.can.move === null && conclusion.state !== 'done' && (
        <Responsible kind="conclusion" id={conclusion.id} title={conclusion.text} />
      )}
    </div>
  )
  return (
    <section className="card padded">
      <MinutesView answer={answer} actions={actions} />
      {moving && <MoveDialog conclusion={moving} onClose={() => setMoving(null)} />}
      {planning && <ToPlanDialog answer={answer} conclusion={planning} onClose={() => setPlanning(null)} />}
    </section>
  )
}
