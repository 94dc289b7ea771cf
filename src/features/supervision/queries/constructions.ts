import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { constructionLines } from '../lines.ts'
import { WORK } from '../rules.ts'

/** The register of works of the own body, with how often each was supervised. */
export const constructions = query({
  name: 'supervision.constructions',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(4000).default(4000) }),
  run: async ({ db, acting }, { offset, limit }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const rows = await constructionLines(db, own).offset(offset).limit(limit).execute()
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
