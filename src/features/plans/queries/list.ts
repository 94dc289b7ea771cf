import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { endedProgrammes } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { progressOf } from '../progress.ts'
import { WORK, whyNotDraft } from '../rules.ts'
import { asItem, ITEM_COLUMNS } from '../store.ts'
import { sumsOf } from '../sums.ts'

/** Programmes of the own body with the plans of their years, and the years that can still be drafted. */
export const list = query({
  name: 'plans.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: uuid.optional() }),
  run: async ({ db, acting, today }, { programmeId }) => {
    let wanted = db.selectFrom('programme').select(['id', 'title', 'number', 'period_from', 'period_to'])
    if (programmeId) wanted = wanted.where('id', '=', programmeId)
    const programmes = await wanted.orderBy('accepted_at', 'desc').execute()
    const ended = await endedProgrammes(
      db,
      programmes.map(one => one.id),
    )
    const plans = await db.selectFrom('plan').select(['id', 'programme_id', 'year', 'state']).orderBy('year', 'desc').execute()
    const items = (await db.selectFrom('plan_item').select(ITEM_COLUMNS).execute()).map(asItem)
    const sums = new Map<string, Awaited<ReturnType<typeof sumsOf>>>()
    for (const { id } of programmes) sums.set(id, await sumsOf(db, id, { today }))
    return {
      programmes: programmes.map(({ id, title, number, period_from: periodFrom, period_to: periodTo }) => {
        const ours = plans.filter(plan => plan.programme_id === id)
        const taken = new Set(ours.map(plan => plan.year))
        const years = Array.from({ length: periodTo - periodFrom + 1 }, (_, index) => periodFrom + index)
        const term = { periodFrom, periodTo, endedOn: ended.get(id)?.effectiveOn ?? null }
        const free = years.filter(year => !taken.has(year) && whyNotDraft(acting, term, year) === null)
        return {
          id,
          title,
          number,
          periodFrom,
          periodTo,
          plans: ours.map(plan => ({
            id: plan.id,
            year: plan.year,
            state: plan.state,
            ...tally(
              items
                .filter(item => item.planId === plan.id)
                .map(item => {
                  const facts = { ...item, year: plan.year, closed: item.closedAt !== null, dropped: item.droppedReason !== null }
                  return { timing: item.timing, state: progressOf(facts, sums.get(id)!(item.id), today).state }
                }),
            ),
          })),
          can: { draft: free },
        }
      }),
      thisYear: yearOf(today),
      can: { work: typeof acting !== 'string' && acting.roles.some(role => WORK.roles.includes(role)) },
    }
  },
})

/** Counts of a plan's items by what they are. */
export function tally(items: readonly { timing: string; state: string }[]) {
  const live = items.filter(item => item.state !== 'dropped')
  const count = (state: string) => live.filter(item => item.state === state).length
  return {
    items: live.length,
    done: count('done'),
    late: count('late'),
    silent: count('silent'),
    undated: live.filter(item => item.timing === 'undated').length,
    dropped: items.length - live.length,
  }
}
