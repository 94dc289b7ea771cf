import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { lastDayReached } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { AREA_KEYS, COMMUNE_KINDS, heldAreas, holdersOn, listPlaces } from '../../agencies/index.ts'
import { coverageOf, projectsOf } from '../coverage.ts'

/**
 * Which communes have had a work visited in a year, and which none, of those that hold a class where one is named; with the projects
 * that were supervised: of the catalogue, which are counted, and those that are not in it. Communes and classes are those of the last day of the year, or of today.
 */
export const coverage = query({
  name: 'supervision.coverage',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ year: z.int().min(2000).max(2100), class: z.enum(AREA_KEYS).optional() }),
  run: async ({ db, acting, today }, { year, class: wanted }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const rows = await db
      .selectFrom('supervision')
      .innerJoin('supervision_step', 'supervision_step.supervision_id', 'supervision.id')
      .select(['construction_id', 'commune_id', 'object_kind', 'object', 'element'])
      .distinct()
      .where('supervision.body_id', '=', own)
      // What was gone through on paper only is held by its conclusion, as in the report.
      .where(sql<boolean>`(supervision_step.kind = 'visit' OR (supervision_step.kind = 'conclude' AND object_kind = 'project'))`)
      .where('taken_back_at', 'is', null)
      .where('day', '>=', `${year}-01-01`)
      .where('day', '<=', `${year}-12-31`)
      .execute()
    const on = lastDayReached(year, today)
    const places = await listPlaces(db, { kinds: COMMUNE_KINDS, on })
    const holders = wanted && new Set(holdersOn(await heldAreas(db), wanted, on))
    const visited = rows.flatMap(row =>
      row.construction_id && row.commune_id ? [{ constructionId: row.construction_id, communeId: row.commune_id }] : [],
    )
    return {
      on,
      communes: coverageOf(holders ? places.filter(place => holders.has(place.id)) : places, visited),
      ...projectsOf(rows.filter(row => row.object_kind === 'project')),
    }
  },
})
