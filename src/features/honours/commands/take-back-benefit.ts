import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { benefitAt } from '../contract.ts'
import { HANDLE } from '../rules.ts'

/** Takes out a benefit that was recorded by mistake. The row stays, marked. */
export const takeBackBenefit = command({
  name: 'honours.take-back-benefit',
  permission: HANDLE,
  input: benefitAt,
  run: async ({ tx, now }, { benefitId, version }) => {
    const taken = await tx
      .updateTable('benefit')
      .set({ removed_at: now, version: version + 1 })
      .where('id', '=', benefitId)
      .where('version', '=', version)
      .where('removed_at', 'is', null)
      .returning(['version', 'programme_id'])
      .executeTakeFirst()
    if (!taken) throw new Refusal('not-found', { what: 'benefit' })
    return {
      result: { benefitId, version: taken.version },
      audit: { kind: 'benefit', id: benefitId, programme: taken.programme_id, detail: { takenBack: true } },
    }
  },
})
