import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { agreeMeetingInput } from '../contract.ts'
import { changeMeetingRow, holdMeeting, minutesDigest, subjectOf } from '../meetings.ts'
import { LEAD, whyNotPropose } from '../rules.ts'
import { takeUpFile } from '../store.ts'

/** A leader puts exactly the minutes seen before the other parties, and so agrees to them for the own side. */
export const proposeMeeting = command({
  name: 'groups.propose-meeting',
  permission: LEAD,
  input: agreeMeetingInput,
  run: async (context, { meetingId, digest }) => {
    const { tx, acting, now } = context
    const found = await holdMeeting(tx, meetingId)
    refuseIf(whyNotPropose(acting, found))
    if ((await minutesDigest(tx, found)) !== digest) throw new Refusal('groups.content-moved')
    const { programmeId, byBody: bodyId, minutesFile } = found
    await takeUpFile(tx, minutesFile, { kind: 'meeting', id: meetingId, programmeId, bodyId, visibility: 'joint' })
    await recordAgreement(context, subjectOf(found), digest)
    await changeMeetingRow(tx, found, { state: 'proposed', digest, proposed_at: now })
    await settleClearance(context, 'meeting', meetingId)
    return {
      result: { version: found.version + 1 },
      audit: { kind: 'meeting', id: meetingId, programme: programmeId, detail: { digest } },
    }
  },
})
