import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'

const LONGEST = 160
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`
}

/** Meetings by agenda and place. */
export const meetingSearch: Searchable = {
  kind: 'meeting',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('meeting')
      .select(['id', 'agenda', 'held_on', 'place'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'meeting',
      id: row.id,
      title: shortened(row.agenda),
      context: `${printDate(row.held_on)} · ${row.place}`,
      address: `/cuoc-hop/${row.id}`,
      rank: row.rank,
    }))
  },
}

/** What meetings concluded. */
export const conclusionSearch: Searchable = {
  kind: 'conclusion',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('conclusion')
      .innerJoin('meeting', 'meeting.id', 'conclusion.meeting_id')
      .innerJoin('body', 'body.id', 'conclusion.lead_body')
      .select(['conclusion.id', 'meeting_id', 'text', 'held_on', 'short_name'])
      .select(sql<number>`ts_rank(conclusion.words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`conclusion.words @@ ${tsquery}`)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'conclusion',
      id: row.id,
      title: shortened(row.text),
      context: `${printDate(row.held_on)} · ${row.short_name}`,
      address: `/cuoc-hop/${row.meeting_id}#${row.id}`,
      rank: row.rank,
    }))
  },
}
