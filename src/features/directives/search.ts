import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'
import { nameOfDirective } from './words.ts'

/** Cited documents by number, issuer and subject. */
export const directiveSearch: Searchable = {
  kind: 'directive',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('directive')
      .select(['id', 'kind', 'number', 'issuer', 'subject', 'issued_on'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .where('removed_at', 'is', null)
      .orderBy('rank', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'directive',
      id: row.id,
      title: nameOfDirective(row),
      context: [row.issued_on ? printDate(row.issued_on) : '', row.issuer, row.number ? row.subject : '']
        .filter(Boolean)
        .join(' · '),
      address: `/van-ban-chi-dao/${row.id}`,
      rank: row.rank,
    }))
  },
}
