import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { nextInput } from '../contract.ts'
import { loadEnding } from '../load-next.ts'
import { whyNotDecide, whyNotDraft } from '../rules.ts'
import { followersOf, sidesOther } from '../store.ts'

/** Each clause of an ending programme with its record, what is proposed and what each side wants of it in the next one. */
export const next = query({
  name: 'renewal.next',
  permission: { roles: anyRole, reach: 'party' },
  input: nextInput,
  run: async ({ db, acting, today }, { programmeId, beside = [] }) => {
    const ending = await loadEnding(db, [programmeId, ...beside], today)
    const lines = ending.flatMap(one => one.lines.filter(line => !line.heading))
    const first = ending[0]!
    const whyNot = whyNotDraft(lines)
    return {
      programmes: ending,
      others: await sidesOther(
        db,
        ending.map(one => one.id),
      ),
      /** The period that comes next, as long as the one that ends. */
      offered: offeredPeriod(ending.map(one => one.period)),
      followers: await followersOf(db, first.id),
      can: { decide: whyNotDecide(acting) === null, draft: whyNotDecide(acting) === null && whyNot === null },
      whyNot,
    }
  },
})

function offeredPeriod(periods: readonly { from: number; to: number }[]): { from: number; to: number } {
  const last = Math.max(...periods.map(one => one.to))
  const [{ from, to } = { from: last, to: last }] = periods
  return { from: last + 1, to: last + 1 + to - from }
}
