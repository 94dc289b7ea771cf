import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme, partiesOf } from '../../programmes/index.ts'
import { recordMeetingInput } from '../contract.ts'
import { type Minutes, meetingColumns, minutesAbout, writeConclusions } from '../meetings.ts'
import { WORK, whyNotMeeting } from '../rules.ts'
import { takeUpFile } from '../store.ts'

/**
 * Writes down a meeting that was held and what it concluded: a draft of the own side until its leader puts it before the others. Asked once
 * more for minutes about the same record on the same day, it answers with those that are there.
 */
export const recordMeeting = command({
  name: 'groups.record-meeting',
  permission: WORK,
  input: recordMeetingInput,
  run: async ({ tx, acting, now, today }, { meetingId, programmeId, about, ...fields }) => {
    const { bodyId } = personOf(acting)
    await getProgramme(tx, programmeId)
    const parties = (await partiesOf(tx, programmeId)).map(party => party.bodyId)
    refuseIf(whyNotMeeting(fields, parties, today))
    const meeting = { kind: 'meeting', id: meetingId, programmeId, bodyId, visibility: 'own' } as const
    const talkedOf = about ? { about, about_on: today } : {}
    const made = await tx
      .insertInto('meeting')
      .values({
        id: meetingId,
        programme_id: programmeId,
        by_body: bodyId,
        created_at: now,
        ...meetingColumns(fields),
        ...talkedOf,
      })
      .onConflict(one => one.columns(['home', 'by_body', 'about', 'about_on']).where('about', 'is not', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return drafted((await minutesAbout(tx, { bodyId, about: about!, day: today }))!, programmeId)
    await takeUpFile(tx, fields.minutesFile, meeting)
    await writeConclusions(tx, meeting, fields.conclusions)
    return {
      result: { meetingId, version: 1 },
      audit: { kind: 'meeting', id: meetingId, programme: programmeId, detail: { conclusions: fields.conclusions.length } },
    }
  },
})

const drafted = ({ id, version }: Minutes, programmeId: string) => ({
  result: { meetingId: id, version },
  audit: { kind: 'meeting', id, programme: programmeId, detail: { drafted: 'already' } },
})
