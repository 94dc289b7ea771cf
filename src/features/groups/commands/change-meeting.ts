import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { partiesOf } from '../../programmes/index.ts'
import { changeMeetingInput } from '../contract.ts'
import { changeMeetingRow, getMeeting, meetingColumns, writeConclusions } from '../meetings.ts'
import { WORK, whyNotMeeting, whyNotWrite } from '../rules.ts'
import { takeUpFile } from '../store.ts'

/** Writes on a draft: what was spoken of, what was concluded, the minutes. */
export const changeMeeting = command({
  name: 'groups.change-meeting',
  permission: WORK,
  input: changeMeetingInput,
  run: async ({ tx, acting, today }, { meetingId, version, ...fields }) => {
    const found = await getMeeting(tx, meetingId)
    refuseIf(whyNotWrite(acting, found))
    const { programmeId, byBody: bodyId } = found
    const parties = (await partiesOf(tx, programmeId)).map(party => party.bodyId)
    refuseIf(whyNotMeeting(fields, parties, today))
    await takeUpFile(tx, fields.minutesFile, { kind: 'meeting', id: meetingId, programmeId, bodyId, visibility: 'own' })
    await changeMeetingRow(tx, { id: meetingId, version }, meetingColumns(fields))
    await writeConclusions(tx, found, fields.conclusions)
    return {
      result: { version: version + 1 },
      audit: { kind: 'meeting', id: meetingId, programme: programmeId, detail: { conclusions: fields.conclusions.length } },
    }
  },
})
