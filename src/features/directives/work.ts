import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { activitiesUnder } from './activities-under.ts'
import type { Directive } from './store.ts'

/**
 * What of one programme carries a document out: clauses with what was done under each, `most` of the activities beside them (null for
 * all) and what all of these add up to, and the movements it launched.
 */
export async function workUnder(
  db: ReadDb,
  { id, programmeId, number }: Directive,
  { own, most }: { own: string | null; most: number | null },
) {
  const programme = await db
    .selectFrom('programme')
    .select(['id', 'title', 'number'])
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  const clauses = await clausesOf(db, id, own)
  const { activities, totals } = await activitiesUnder(db, id, { own, most })
  const movements = number === '' ? [] : await movementsOf(db, programmeId, number)
  return { programme, clauses, activities, movements, totals }
}

async function clausesOf(db: ReadDb, directiveId: string, own: string | null) {
  const rows = await db
    .selectFrom('directive_clause')
    .innerJoin('clause', join =>
      join.onRef('clause.programme_id', '=', 'directive_clause.programme_id').onRef('clause.path', '=', 'clause_path'),
    )
    .select(['clause_path', 'clause.text', 'body_id'])
    .select(
      sql<number>`(SELECT count(*)::int FROM plan_item i WHERE i.programme_id = directive_clause.programme_id
        AND i.clause_path = directive_clause.clause_path AND i.dropped_reason IS NULL)`.as('items'),
    )
    .where('directive_id', '=', directiveId)
    .orderBy('clause.position')
    .execute()
  return rows.map(row => ({ path: row.clause_path, text: row.text, items: row.items, ours: row.body_id === own }))
}

/** Campaigns and movements that the document launched, by its number. */
const movementsOf = (db: ReadDb, programmeId: string, number: string) =>
  db
    .selectFrom('movement')
    .select(['id', 'title'])
    .where('programme_id', '=', programmeId)
    .where('paper_number', '=', number)
    .where('removed_at', 'is', null)
    .orderBy('starts_on')
    .execute()
