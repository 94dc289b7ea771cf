import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { moveConclusionInput } from '../contract.ts'
import { getConclusion, getMeeting } from '../meetings.ts'
import { WORK, whyNotMove } from '../rules.ts'
import { mustHit } from '../store.ts'

/** Says how far the own side has come with what was concluded. */
export const moveConclusion = command({
  name: 'groups.move-conclusion',
  permission: WORK,
  input: moveConclusionInput,
  run: async ({ tx, acting, today }, { conclusionId, version, state, result }) => {
    const found = await getConclusion(tx, conclusionId)
    const { state: meeting } = await getMeeting(tx, found.meetingId)
    refuseIf(whyNotMove(acting, { leadBody: found.leadBody, meeting }))
    const change = { state, result, done_on: state === 'done' ? today : null, version: version + 1 }
    mustHit(
      await tx
        .updateTable('conclusion')
        .set(change)
        .where('id', '=', conclusionId)
        .where('version', '=', version)
        .executeTakeFirst(),
    )
    return {
      result: { version: version + 1 },
      audit: { kind: 'conclusion', id: conclusionId, programme: found.programmeId, detail: { state } },
    }
  },
})
