import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { returnMeetingInput } from '../contract.ts'
import { changeMeetingRow, holdMeeting } from '../meetings.ts'
import { LEAD, whyNotAnswer } from '../rules.ts'

/** Sends minutes back to the side that recorded them, with what should read differently. */
export const returnMeeting = command({
  name: 'groups.return-meeting',
  permission: LEAD,
  input: returnMeetingInput,
  run: async ({ tx, acting }, { meetingId, version, reason }) => {
    const found = await holdMeeting(tx, meetingId)
    refuseIf(whyNotAnswer(acting, found))
    const change = { state: 'returned', reason, returned_by: personOf(acting).bodyId } as const
    await changeMeetingRow(tx, { id: meetingId, version }, change)
    return { result: { version: version + 1 }, audit: { kind: 'meeting', id: meetingId, programme: found.programmeId } }
  },
})
