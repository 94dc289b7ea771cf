import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'
import type { MovementKind } from './contract.ts'
import { KIND_NAMES } from './words.ts'

/** Campaigns, movements, twinnings and models by title and keeper; of other sides only what is shared. */
export const movementSearch: Searchable = {
  kind: 'movement',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('movement')
      .innerJoin('body', 'body.id', 'movement.body_id')
      .leftJoin('place', 'place.id', 'place_id')
      .select(['movement.id', 'title', 'movement.kind', 'place.name as place', 'body.short_name'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .where('removed_at', 'is', null)
      .orderBy('rank', 'desc')
      .orderBy('starts_on', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'movement',
      id: row.id,
      title: row.title,
      context: [KIND_NAMES[row.kind as MovementKind], row.place, row.short_name].filter(Boolean).join(' · '),
      address: `/hoat-dong/phong-trao/${row.id}`,
      rank: row.rank,
    }))
  },
}
