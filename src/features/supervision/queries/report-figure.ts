import { query } from '../../../engine/query.ts'
import { anyRole, personOf } from '../../../kernel/permissions.ts'
import { reportFigureInput } from '../contract.ts'
import { supervisionsBehind, supervisionsOf, supervisionValue } from '../figures.ts'
import { boundsOf } from '../periods.ts'

/** The supervisions behind a figure of the own report on a period, each with how much it adds. */
export const reportFigure = query({
  name: 'supervision.report-figure',
  permission: { roles: anyRole, reach: 'own' },
  input: reportFigureInput,
  run: async ({ db, acting }, { year, quarter, fact }) => {
    const bounds = boundsOf({ year, quarter })
    const all = await supervisionsOf(db, { bodyId: personOf(acting).bodyId }, bounds.to)
    return {
      value: supervisionValue(fact, bounds, all),
      records: supervisionsBehind(fact, bounds, all).map(({ id, title, day, place, adds }) => ({ id, title, day, place, adds })),
    }
  },
})
