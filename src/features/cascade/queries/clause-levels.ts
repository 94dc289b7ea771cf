import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme } from '../../programmes/index.ts'
import { levelsAbove, levelsBelow } from '../citing/store.ts'

/** A clause on its thread through the levels: what it carries out above, what carries it out below, the templates that send it on. */
export const clauseLevels = query({
  name: 'cascade.clause-levels',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: uuid, clausePath: z.string().min(1).max(300) }),
  run: async ({ db }, { programmeId, clausePath }) => {
    await getProgramme(db, programmeId)
    const templates = await db
      .selectFrom('cascade_template')
      .select(['id', 'title'])
      .where('programme_id', '=', programmeId)
      .where(sql<boolean>`clauses @> ${JSON.stringify([{ key: clausePath }])}::jsonb`)
      .orderBy('id')
      .execute()
    return {
      above: await levelsAbove(db, programmeId, clausePath),
      below: await levelsBelow(db, programmeId, clausePath),
      templates,
    }
  },
})
