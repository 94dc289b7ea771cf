import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'

/** Petitions by their subject; of other sides only what is shared. Texts, villages and senders are not searched. */
export const petitionSearch: Searchable = {
  kind: 'petition',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('petition')
      .innerJoin('place', 'place.id', 'petition.commune_id')
      .innerJoin('body', 'body.id', 'petition.body_id')
      .select(['petition.id', 'subject', 'received_on', 'place.name as commune', 'body.short_name'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .orderBy('rank', 'desc')
      .orderBy('received_on', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'petition',
      id: row.id,
      title: row.subject,
      context: `${printDate(row.received_on)} · ${row.commune} · ${row.short_name}`,
      address: `/kien-nghi/${row.id}`,
      rank: row.rank,
    }))
  },
}
