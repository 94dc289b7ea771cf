import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'

/** Supervisions by title and object; of other sides only what is shared. */
export const supervisionSearch: Searchable = {
  kind: 'supervision',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('supervision')
      .innerJoin('body', 'body.id', 'supervision.body_id')
      .select(['supervision.id', 'title', 'object', 'starts_on', 'body.short_name'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .orderBy('rank', 'desc')
      .orderBy('starts_on', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'supervision',
      id: row.id,
      title: row.title,
      context: `${printDate(row.starts_on)} · ${row.object} · ${row.short_name}`,
      address: `/giam-sat/${row.id}`,
      rank: row.rank,
    }))
  },
}
