import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { unlinkConclusionInput } from '../contract.ts'
import { getConclusion } from '../meetings.ts'
import { WORK } from '../rules.ts'

/** Forgets for the own side that a conclusion was taken over into a plan; the item itself is the plan's matter. */
export const unlinkConclusion = command({
  name: 'groups.unlink-conclusion',
  permission: WORK,
  input: unlinkConclusionInput,
  run: async ({ tx, acting }, { conclusionId, entryId }) => {
    const { programmeId } = await getConclusion(tx, conclusionId)
    const gone = await tx
      .deleteFrom('conclusion_in_plan')
      .where('conclusion_id', '=', conclusionId)
      .where('entry_id', '=', entryId)
      .where('body_id', '=', personOf(acting).bodyId)
      .executeTakeFirst()
    if (gone.numDeletedRows !== 1n) throw new Refusal('not-found', { what: 'conclusion' })
    return {
      result: { conclusionId },
      audit: { kind: 'conclusion', id: conclusionId, programme: programmeId, detail: { entryId, off: true } },
    }
  },
})
