import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'
import { filesHolding } from './reading/store.ts'
import { citationOf, listPapers } from './store.ts'
import { titleOf } from './words.ts'

const rankOf = (words: string) => sql<number>`ts_rank(words, to_tsquery('simple', ${words}))`
const hold = (words: string) => sql<boolean>`words @@ to_tsquery('simple', ${words})`

/** Official papers by type, matter and symbol. */
export const paperSearch: Searchable = {
  kind: 'official-paper',
  find: async ({ db }, words, limit) => {
    const rows = await db
      .selectFrom('paper')
      .select(['id', rankOf(words).as('rank')])
      .where(hold(words))
      .where('removed_at', 'is', null)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    const found = new Map((await listPapers(db, { ids: rows.map(row => row.id) })).map(paper => [paper.id, paper]))
    return rows.flatMap(({ id, rank }) => {
      const paper = found.get(id)
      if (!paper) return []
      const kind = 'official-paper' as const
      return [{ kind, id, title: titleOf(paper), context: citationOf(paper) ?? '', address: `/van-ban/${id}`, rank }]
    })
  },
}

/** Whatever bears the words itself ranks from here on; what only its file does, below, and above nothing. */
const OWN_WORDS = 1e-6

/** What came in, by issuer, number, matter and the words of its file: the own body's register. */
export const incomingSearch: Searchable = {
  kind: 'incoming',
  find: async ({ db }, words, limit) => {
    const rows = await db
      .selectFrom('incoming')
      .leftJoin(filesHolding(db, words).as('held'), 'held.file_id', 'incoming.file_id')
      .select(['id', 'subject', 'cited', 'issuer'])
      .select(
        sql<number>`CASE WHEN ${hold(words)} THEN greatest(${rankOf(words)}, ${OWN_WORDS})
          ELSE (1 + held.rank) * ${OWN_WORDS} / 3 END`.as('rank'),
      )
      .where(either => either.or([hold(words), either('held.file_id', 'is not', null)]))
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'incoming',
      id: row.id,
      title: row.subject,
      context: `${row.cited} · ${row.issuer}`,
      address: `/van-ban/den/${row.id}`,
      rank: row.rank,
    }))
  },
}
