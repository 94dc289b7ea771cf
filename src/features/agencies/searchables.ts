import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'

/** Bodies by name, short name or symbol; known to everybody on the site. */
export const bodySearch: Searchable = {
  kind: 'body',
  find: async ({ db }, words, limit) => {
    const named = sql`vn_words(name || ' ' || short_name || ' ' || symbol)`
    const rows = await db
      .selectFrom('body')
      .select(['id', 'name', 'short_name', 'place'])
      .select(sql<number>`ts_rank(${named}, to_tsquery('simple', ${words}))`.as('rank'))
      .where(sql<boolean>`${named} @@ to_tsquery('simple', ${words})`)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'body',
      id: row.id,
      title: row.name,
      context: `${row.short_name} · ${row.place}`,
      address: `/to-chuc#${row.id}`,
      rank: row.rank,
    }))
  },
}
