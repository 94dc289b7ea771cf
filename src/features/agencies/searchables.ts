import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'

/** Bodies by every name that they have borne, short names and symbols among them; known to everybody on the site. */
export const bodySearch: Searchable = {
  kind: 'body',
  find: async ({ db }, words, limit) => {
    const named = sql`vn_words(concat_ws(' ', name, short_name, symbol, (SELECT string_agg(concat_ws(' ', n.name, n.short_name, n.code), ' ')
      FROM body_name n WHERE n.home = body.home AND n.body_id = body.id AND n.withdrawn_at IS NULL)))`
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
      address: `/to-chuc/${row.id}`,
      rank: row.rank,
    }))
  },
}
