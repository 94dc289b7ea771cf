import type { ReadDb } from '../../engine/db/database.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { layingLines, leadersStep, standingAgreements } from '../programmes/index.ts'
import { getMeeting, type Meeting, minutesDigest, subjectOf } from './meetings.ts'

/** What of a meeting the own leader is wanted for. */
export async function laidMeeting(db: ReadDb, acting: Acting, meeting: Meeting) {
  const { byBody, state } = meeting
  const bodyId = typeof acting === 'string' ? '' : acting.bodyId
  const agreedByUs = (await standingAgreements(db, subjectOf(meeting))).some(one => one.bodyId === bodyId)
  const digest = meeting.digest ?? (await minutesDigest(db, meeting))
  const standing = { ours: byBody === bodyId, kept: state === 'draft', open: state === 'proposed', agreedByUs }
  return { subject: subjectOf(meeting), outgoing: leadersStep({ ...standing, digest }) }
}

/** Inside the own side: minutes that wait for the head of the unit or the leader, and those that were sent back. */
export const meetingClearances: DeadlineSource = {
  kind: 'meeting-clearance',
  ask: context =>
    layingLines(context, 'meeting', async id => {
      const meeting = await getMeeting(context.db, id)
      const { outgoing } = await laidMeeting(context.db, context.acting, meeting)
      return { title: `biên bản cuộc họp ngày ${printDate(meeting.heldOn)}`, address: `/cuoc-hop/${id}`, outgoing }
    }),
}
