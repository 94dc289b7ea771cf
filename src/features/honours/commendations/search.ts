import { sql } from 'kysely'
import type { Searchable } from '../../../engine/feature.ts'
import { printDate } from '../../../kernel/dates.ts'
import { FORMS, isFormKey } from './forms.ts'

/** Rounds by their occasion; never by who is in them. */
export const commendationSearch: Searchable = {
  kind: 'commendation',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('commendation')
      .innerJoin('body', 'body.id', 'commendation.body_id')
      .select(['commendation.id', 'occasion', 'form', 'dossier_due', 'short_name'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .orderBy('rank', 'desc')
      .orderBy('commendation.created_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'commendation',
      id: row.id,
      title: row.occasion,
      context: `${printDate(row.dossier_due)} · ${isFormKey(row.form) ? FORMS[row.form].name : ''} · ${row.short_name}`,
      address: `/thi-dua/${row.id}`,
      rank: row.rank,
    }))
  },
}
