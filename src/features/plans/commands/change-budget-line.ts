import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { amountOf } from '../../../kernel/money.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { budgetFields } from '../budget/contract.ts'
import { whyNotLine } from '../budget/rules.ts'
import { columnsOfLine, getOwnLine, refuseForeignItem } from '../budget/store.ts'
import { uuid } from '../contract.ts'
import { WORK } from '../rules.ts'

/** Rewrites a line of the own side's estimate. */
export const changeBudgetLine = command({
  name: 'plans.change-budget-line',
  permission: WORK,
  input: z.strictObject({ lineId: uuid, version: z.int(), ...budgetFields }),
  run: async (context, { lineId, version, ...fields }) => {
    const { tx } = context
    const line = await getOwnLine(context, lineId)
    refuseIf(whyNotLine(fields))
    // A line may stay under an item that was left out later, and is warned of there.
    if (fields.itemId !== line.itemId) await refuseForeignItem(tx, line.planId, fields.itemId)
    const updated = await changeRow(tx, 'budget_line', { id: lineId, version }, { ...columnsOfLine(fields) })
    return {
      result: { lineId, version: updated.version },
      audit: {
        kind: 'budget-line',
        id: lineId,
        programme: line.programmeId,
        detail: { content: fields.content, amount: amountOf(fields) },
      },
    }
  },
})
