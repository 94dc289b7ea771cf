import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { gatheringAt } from '../contract.ts'
import { HANDLE } from '../rules.ts'

/** Takes out what was recorded by mistake. The row stays, marked. */
export const takeBackGathering = command({
  name: 'honours.take-back-gathering',
  permission: HANDLE,
  input: gatheringAt,
  run: async ({ tx, now }, { gatheringId, version }) => {
    const taken = await tx
      .updateTable('honour_gathering')
      .set({ removed_at: now, version: version + 1 })
      .where('id', '=', gatheringId)
      .where('version', '=', version)
      .where('removed_at', 'is', null)
      .returning(['version', 'programme_id'])
      .executeTakeFirst()
    if (!taken) throw new Refusal('not-found', { what: 'gathering' })
    return {
      result: { gatheringId, version: taken.version },
      audit: { kind: 'honour-gathering', id: gatheringId, programme: taken.programme_id, detail: { takenBack: true } },
    }
  },
})
