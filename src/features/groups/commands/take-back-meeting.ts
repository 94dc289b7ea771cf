import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { moveMeetingInput } from '../contract.ts'
import { changeMeetingRow, holdMeeting, subjectOf } from '../meetings.ts'
import { LEAD, whyNotTakeBack } from '../rules.ts'
import { takeUpFile } from '../store.ts'

/** Takes proposed or returned minutes back to write on; every agreement given so far falls. */
export const takeBackMeeting = command({
  name: 'groups.take-back-meeting',
  permission: LEAD,
  input: moveMeetingInput,
  run: async ({ tx, acting, now }, { meetingId, version }) => {
    const found = await holdMeeting(tx, meetingId)
    refuseIf(whyNotTakeBack(acting, found))
    const { programmeId, byBody: bodyId, minutesFile } = found
    await withdrawAgreements(tx, subjectOf(found), now)
    await takeUpFile(tx, minutesFile, { kind: 'meeting', id: meetingId, programmeId, bodyId, visibility: 'own' })
    await changeMeetingRow(tx, { id: meetingId, version }, { state: 'draft', digest: null })
    return { result: { version: version + 1 }, audit: { kind: 'meeting', id: meetingId, programme: programmeId } }
  },
})
