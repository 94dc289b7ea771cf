import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { spendingFields } from '../budget/contract.ts'
import { whyNotSpend } from '../budget/rules.ts'
import { getOwnLine } from '../budget/store.ts'
import { uuid } from '../contract.ts'
import { WORK } from '../rules.ts'

/** Records what the own side spent on a line of its estimate. */
export const recordSpending = command({
  name: 'plans.record-spending',
  permission: WORK,
  input: z.strictObject({ spendingId: uuid, lineId: uuid, ...spendingFields }),
  run: async (context, { spendingId, lineId, ...spending }) => {
    const { tx, acting, now, today } = context
    const line = await getOwnLine(context, lineId)
    refuseIf(whyNotSpend(spending, line.year, today))
    if (spending.activityId) await refuseForeignActivity(context, line.programmeId, spending.activityId)
    await tx
      .insertInto('budget_spending')
      .values({
        id: spendingId,
        line_id: lineId,
        plan_id: line.planId,
        programme_id: line.programmeId,
        body_id: line.bodyId,
        amount: spending.amount,
        spent_on: spending.spentOn,
        note: spending.note,
        activity_id: spending.activityId,
        created_by: typeof acting === 'string' ? null : acting.accountId,
        created_at: now,
      })
      .execute()
    return {
      result: { spendingId },
      audit: { kind: 'budget-line', id: lineId, programme: line.programmeId, detail: { spendingId, spent: spending.amount } },
    }
  },
})

async function refuseForeignActivity({ tx }: Parameters<typeof getOwnLine>[0], programmeId: string, activityId: string) {
  const found = await tx
    .selectFrom('activity')
    .select('id')
    .where('id', '=', activityId)
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', { what: 'activity' })
}
