import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { getOwnLine } from '../budget/store.ts'
import { uuid } from '../contract.ts'
import { WORK } from '../rules.ts'

/** Takes back what was recorded as spent by mistake; the audit keeps the amount. */
export const removeSpending = command({
  name: 'plans.remove-spending',
  permission: WORK,
  input: z.strictObject({ spendingId: uuid }),
  run: async (context, { spendingId }) => {
    const { tx } = context
    const found = await tx
      .selectFrom('budget_spending')
      .select(['line_id', 'amount'])
      .where('id', '=', spendingId)
      .executeTakeFirst()
    if (!found) throw new Refusal('not-found', { what: 'spending' })
    const line = await getOwnLine(context, found.line_id)
    const gone = await tx.deleteFrom('budget_spending').where('id', '=', spendingId).returning('id').executeTakeFirst()
    if (!gone) throw new Refusal('changed-meanwhile')
    return {
      result: { spendingId },
      audit: {
        kind: 'budget-line',
        id: found.line_id,
        programme: line.programmeId,
        detail: { spendingId, takenBack: found.amount },
      },
    }
  },
})
