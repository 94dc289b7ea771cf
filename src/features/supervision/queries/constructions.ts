import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { WORK } from '../rules.ts'

/** The register of works of the own body, with how often each was supervised. */
export const constructions = query({
  name: 'supervision.constructions',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(4000).default(4000) }),
  run: async ({ db, acting }, { offset, limit }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const rows = await db
      .selectFrom('construction')
      .innerJoin('place', 'place.id', 'commune_id')
      .leftJoin('place as village', 'village.id', 'village_id')
      .selectAll('construction')
      .select(['place.name as commune', 'village.name as village'])
      .select(sql<number>`(SELECT count(*)::int FROM supervision s WHERE s.construction_id = construction.id)`.as('supervised'))
      .where('construction.body_id', '=', own)
      .orderBy(sql`construction.name COLLATE "vi-x-icu"`)
      .offset(offset)
      .limit(limit)
      .execute()
    return {
      constructions: rows.map(row => ({
        id: row.id,
        name: row.name,
        placeId: row.village_id ?? row.commune_id,
        commune: row.commune,
        village: row.village ?? '',
        investor: row.investor,
        contractor: row.contractor,
        source: row.source,
        component: row.component,
        amount: row.amount,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        nationalCode: row.national_code,
        supervised: row.supervised,
        version: row.version,
      })),
      can: { register: whyNotPermitted(WORK, acting) === null },
    }
  },
})
