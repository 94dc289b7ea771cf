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
    const judged = items.map(({ work, ...item }) => {
      const progress = progressOf(item, work, today)
      return { ...item, activities: work.activities, state: progress.state, progressText: printProgress(progress, item, work) }
    })
    const length = programme.period_to - programme.period_from + 1
    const years = Array.from({ length }, (_, index) => programme.period_from + index)
    const clauses = [...Map.groupBy(judged, one => one.clausePath)].map(([path, all]) => {
      const ofYear = all.filter(one => one.year === year && one.state !== 'dropped')
      const ticks = years.map(one => ({ year: one, state: tickOf(all.filter(item => item.year === one)) }))
      return {
        path,
        ticks,
        items: ofYear.map(({ id, title, state, progressText }) => ({ id, title: title!, state, progressText })),
        activities: ofYear.reduce((sum, one) => sum + one.activities, 0),
        silent: ticks.some(tick => tick.year === year && tick.state === 'silent'),
      }
    })
    return { clauses }
  },
})
