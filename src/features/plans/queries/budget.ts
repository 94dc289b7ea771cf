import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { amountOf } from '../../../kernel/money.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { budgetOf } from '../budget/budget.ts'
import { bySource, spentOf, sumsOfLines, warningsOf } from '../budget/reckon.ts'
import { spendingDays, whyNotBudget } from '../budget/rules.ts'
import { uuid } from '../contract.ts'

/** The estimate of a plan: lines under their items, and what is estimated, spent and left by side and by source. */
export const budget = query({
  name: 'plans.budget',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ planId: uuid }),
  run: async ({ db, acting, today }, { planId }) => {
    const { plan, programme, parties, items, lines, total, words } = await budgetOf(db, planId)
    const ownBody = typeof acting === 'string' ? null : acting.bodyId
    const may = (bodyId: string) => whyNotBudget(acting, bodyId) === null
    const dropped = new Set(items.filter(item => item.dropped).map(item => item.id))
    const byItem = Map.groupBy(lines, line => line.itemId)
    const places = [...items, null].filter(item => byItem.has(item?.id ?? null))
    return {
      plan: { id: plan.id, year: plan.year, state: plan.state },
      programme: { id: programme.id, title: programme.title, number: programme.number },
      parties,
      items,
      groups: places.map(item => {
        const own = byItem.get(item?.id ?? null)!
        const shown = own.map(line => {
          const [amount, spent] = [amountOf(line), spentOf(line)]
          return { ...line, amount, spent, left: amount - spent, can: { change: may(line.bodyId) } }
        })
        return { item, lines: shown, sums: sumsOfLines(own), sources: bySource(own).length }
      }),
      sides: parties.map(({ bodyId }) => ({ bodyId, ...sumsOfLines(lines.filter(line => line.bodyId === bodyId)) })),
      sources: bySource(lines).map(one => ({ of: one.of, ...sumsOfLines(one.lines) })),
      total,
      words,
      warnings: warningsOf(lines, dropped),
      activities: await activitiesOf(db, programme.id, plan.year),
      spendingDays: spendingDays(plan.year),
      today,
      can: { add: ownBody !== null && may(ownBody) },
    }
  },
})

/** What money can be said to be spent on: the activities of the year. Read here, written by the feature activities only. */
const activitiesOf = (db: Parameters<typeof budgetOf>[0], programmeId: string, year: number) =>
  db
    .selectFrom('activity')
    .select(['id', 'title', 'held_on as heldOn'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .where('held_on', '>=', `${year}-01-01`)
    .where('held_on', '<=', `${year}-12-31`)
    .orderBy('held_on', 'desc')
    .execute()
