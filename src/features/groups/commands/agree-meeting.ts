import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { agreeMeetingInput } from '../contract.ts'
import { changeMeetingRow, holdMeeting, subjectOf } from '../meetings.ts'
import { LEAD, whyNotAnswer } from '../rules.ts'

/** Agrees to exactly the minutes seen. With the last party they are joint, and what was concluded is work to be done. */
export const agreeMeeting = command({
  name: 'groups.agree-meeting',
  permission: LEAD,
  input: agreeMeetingInput,
  run: async (context, { meetingId, digest }) => {
    const { tx, acting, now } = context
    const found = await holdMeeting(tx, meetingId)
    refuseIf(whyNotAnswer(acting, found))
    if (found.digest !== digest) throw new Refusal('groups.content-moved')
    const { complete } = await recordAgreement(context, subjectOf(found), digest)
    if (complete) await changeMeetingRow(tx, found, { state: 'agreed', agreed_at: now })
    await settleClearance(context, 'meeting', meetingId)
    return {
      result: { agreed: complete },
      audit: { kind: 'meeting', id: meetingId, programme: found.programmeId, detail: { digest, agreed: complete } },
    }
  },
})
