import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { whyNotRemoveLine } from '../budget/rules.ts'
import { getOwnLine } from '../budget/store.ts'
import { uuid } from '../contract.ts'
import { WORK } from '../rules.ts'

/** Takes a line out of the own side's estimate; one that money was spent on stays. */
export const removeBudgetLine = command({
  name: 'plans.remove-budget-line',
  permission: WORK,
  input: z.strictObject({ lineId: uuid, version: z.int() }),
  run: async (context, { lineId, version }) => {
    const { tx } = context
    const line = await getOwnLine(context, lineId)
    // Held until the end, so that nothing is spent on it meanwhile.
    const held = await tx
      .updateTable('budget_line')
      .set({ version: version + 1 })
      .where('id', '=', lineId)
      .where('version', '=', version)
      .returning('content')
      .executeTakeFirst()
    if (!held) throw new Refusal('changed-meanwhile')
    const spendings = await tx.selectFrom('budget_spending').select('id').where('line_id', '=', lineId).execute()
    refuseIf(whyNotRemoveLine({ spendings: spendings.length }))
    await tx.deleteFrom('budget_line').where('id', '=', lineId).execute()
    return {
      result: { lineId },
      audit: {
        kind: 'budget-line',
        id: lineId,
        programme: line.programmeId,
        detail: { removed: true, content: held.content },
      },
    }
  },
})
