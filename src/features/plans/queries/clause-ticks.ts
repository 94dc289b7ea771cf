import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { printProgress, progressOf, tickOf } from '../progress.ts'
import { workedItems } from '../worked-items.ts'

/** For the margin of the programme: by clause one tick a year, the items of the year asked for, and how much was done. */
export const clauseTicks = query({
  name: 'plans.clause-ticks',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: uuid, year: z.int() }),
  run: async ({ db, today }, { programmeId, year }) => {
    const programme = await getProgramme(db, programmeId)
    const items = await workedItems(db, programmeId, { year, today })
    const judged = items.map(item => ({ item, progress: progressOf(item, item.work, today) }))
    const length = programme.period_to - programme.period_from + 1
    const years = Array.from({ length }, (_, index) => programme.period_from + index)
    const clauses = [...Map.groupBy(judged, one => one.item.clausePath)].map(([path, all]) => {
      const ofYear = all.filter(({ item, progress }) => item.year === year && progress.state !== 'dropped')
      const byYear = Map.groupBy(all, one => one.item.year)
      const statesOf = (one: number) =>
        (byYear.get(one) ?? []).map(({ item, progress }) => ({ state: progress.state, activities: item.work.activities }))
      const ticks = years.map(one => ({ year: one, state: tickOf(statesOf(one)) }))
      return {
        path,
        ticks,
        // The words of other years nobody reads here.
        items: ofYear.map(({ item, progress }) => ({
          id: item.id,
          title: item.title!,
          state: progress.state,
          progressText: printProgress(progress, item, item.work),
        })),
        activities: ofYear.reduce((sum, one) => sum + one.item.work.activities, 0),
        silent: ticks.some(tick => tick.year === year && tick.state === 'silent'),
      }
    })
    return { clauses }
  },
})
