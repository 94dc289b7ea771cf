import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { amountOf } from '../../../kernel/money.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { budgetFields } from '../budget/contract.ts'
import { whyNotLine } from '../budget/rules.ts'
import { columnsOfLine, refuseForeignItem } from '../budget/store.ts'
import { uuid } from '../contract.ts'
import { WORK } from '../rules.ts'
import { getPlan } from '../store.ts'

/** Adds a line to the estimate of the own side. */
export const addBudgetLine = command({
  name: 'plans.add-budget-line',
  permission: WORK,
  input: z.strictObject({ lineId: uuid, planId: uuid, ...budgetFields }),
  run: async ({ tx, acting, now }, { lineId, planId, ...fields }) => {
    if (typeof acting === 'string') throw new Refusal('plans.not-your-budget')
    const { programmeId } = await getPlan(tx, planId)
    refuseIf(whyNotLine(fields))
    await refuseForeignItem(tx, planId, fields.itemId)
    const place = { plan_id: planId, programme_id: programmeId, body_id: acting.bodyId }
    await tx
      .insertInto('budget_line')
      .values({
        id: lineId,
        ...place,
        ...columnsOfLine(fields),
        // An order for the eye, not a number: two lines written at once may share a place.
        position: sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM budget_line WHERE plan_id = ${planId})`,
        created_by: acting.accountId,
        created_at: now,
      })
      .execute()
    return {
      result: { lineId, version: 1 },
      audit: {
        kind: 'budget-line',
        id: lineId,
        programme: programmeId,
        detail: { content: fields.content, amount: amountOf(fields) },
      },
    }
  },
})
