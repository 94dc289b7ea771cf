import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'

/** Activities by title, place and note. */
export const activitySearch: Searchable = {
  kind: 'activity',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('activity')
      .innerJoin('body', 'body.id', 'activity.owner_body')
      .select(['activity.id', 'activity.title', 'held_on', 'activity.place', 'body.short_name'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .where('removed_at', 'is', null)
      .orderBy('rank', 'desc')
      .orderBy('held_on', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'activity',
      id: row.id,
      title: row.title,
      context: `${printDate(row.held_on)} · ${row.place} · ${row.short_name}`,
      address: `/hoat-dong/${row.id}`,
      rank: row.rank,
    }))
  },
}
