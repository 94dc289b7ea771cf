import { sql } from 'kysely'
import type { Hit, Searchable } from '../../engine/feature.ts'
import { citeClause } from '../../kernel/cite-clause.ts'
import type { Change } from './amendments/contract.ts'
import { changesText } from './amendments/words.ts'

const LONGEST_TITLE = 160
const shortened = (text: string): string =>
  text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`

/** A programme is called by its number where it has one. */
const called = (row: { number: string | null; title: string }): string => row.number ?? shortened(row.title)

type Row = { id: string; programme_id: string; path: string; text: string; number: string | null; title: string; rank: number }

const hit = (kind: string, row: Row): Hit => ({
  kind,
  id: row.id,
  title: shortened(row.text),
  context: `${citeClause(row.path)} · ${called(row)}`,
  address: `/chuong-trinh/${row.programme_id}#${encodeURIComponent(row.path)}`,
  rank: row.rank,
})

const clauses: Searchable = {
  kind: 'clause',
  find: async ({ db }, words, limit) => {
    const rows = await db
      .selectFrom('clause')
      .innerJoin('programme', 'programme.id', 'clause.programme_id')
      .select(['clause.programme_id', 'path', 'text', 'number', 'title'])
      .select(sql<number>`ts_rank(words, to_tsquery('simple', ${words}))`.as('rank'))
      .where(sql<boolean>`words @@ to_tsquery('simple', ${words})`)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => hit('clause', { ...row, id: `${row.programme_id}/${row.path}` }))
  },
}

const commitments: Searchable = {
  kind: 'commitment',
  find: async ({ db }, words, limit) => {
    const rows = await db
      .selectFrom('commitment')
      .innerJoin('programme', 'programme.id', 'commitment.programme_id')
      .select(['commitment.id', 'programme_id', 'clause_path as path', 'text', 'number', 'title'])
      .select(sql<number>`ts_rank(words, to_tsquery('simple', ${words}))`.as('rank'))
      .where(sql<boolean>`words @@ to_tsquery('simple', ${words})`)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => hit('commitment', row))
  },
}

const titles: Searchable = {
  kind: 'programme',
  find: async ({ db }, words, limit) => {
    const named = sql`vn_words(title || ' ' || coalesce(number, ''))`
    const rows = await db
      .selectFrom('programme')
      .select(['id', 'title', 'number', 'period_from', 'period_to'])
      .select(sql<number>`ts_rank(${named}, to_tsquery('simple', ${words}))`.as('rank'))
      .where(sql<boolean>`${named} @@ to_tsquery('simple', ${words})`)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'programme',
      id: row.id,
      title: shortened(row.title),
      context: `${row.number ? `${row.number} · ` : ''}${row.period_from} - ${row.period_to}`,
      address: `/chuong-trinh/${row.id}`,
      rank: row.rank,
    }))
  },
}

const amendments: Searchable = {
  kind: 'amendment',
  find: async ({ db }, words, limit) => {
    const rows = await db
      .selectFrom('amendment')
      .innerJoin('programme', 'programme.id', 'amendment.programme_id')
      .select(['amendment.id', 'programme_id', 'changes', 'amendment.number as own', 'programme.number', 'title'])
      .select(sql<number>`ts_rank(words, to_tsquery('simple', ${words}))`.as('rank'))
      .where(sql<boolean>`words @@ to_tsquery('simple', ${words})`)
      .where('state', 'not in', ['countered', 'withdrawn'])
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'amendment',
      id: row.id,
      title: shortened(changesText(row.changes as unknown as Change[])),
      context: `${row.own ? `${row.own} · ` : ''}${called(row)}`,
      address: `/chuong-trinh/${row.programme_id}/dieu-chinh/${row.id}`,
      rank: row.rank,
    }))
  },
}

export const programmeSearchables: readonly Searchable[] = [titles, clauses, commitments, amendments]
