import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { carriedIn, findEarlier } from '../earlier.ts'
import { printProgress, progressOf } from '../progress.ts'

/** What was left unfinished in the last plan before a year, without what the plan of that year already goes on with. */
export const unfinished = query({
  name: 'plans.unfinished',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: uuid, year: z.int(), planId: uuid.optional() }),
  run: async ({ db, today }, { programmeId, year, planId }) => {
    await getProgramme(db, programmeId)
    const earlier = await findEarlier(db, { programmeId, year, today })
    const carried = planId ? await carriedIn(db, planId) : new Set<string>()
    const items = (earlier?.items ?? []).filter(item => !carried.has(item.id))
    return {
      earlier: earlier && { planId: earlier.planId, year: earlier.year },
      items: items.map(item => {
        const facts = { ...item, year: earlier!.year, closed: false, dropped: false }
        const { id, position, title, clausePath, timing, startsOn, dueOn, occasion, state, sums } = item
        const progressText = printProgress(progressOf(facts, sums, today), item, sums)
        return { id, position, title, clausePath, timing, startsOn, dueOn, occasion, state, progressText }
      }),
    }
  },
})
