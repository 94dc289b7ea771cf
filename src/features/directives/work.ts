import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { recordsBehind, totalsBehind } from './behind.ts'
import type { Directive } from './store.ts'

/** What of one programme carries a document out: clauses with what was done under each, activities beside them, and the movements it launched. */
export async function workUnder(db: ReadDb, { id, programmeId, number }: Directive, own: string | null) {
  const programme = await db
    .selectFrom('programme')
    .select(['id', 'title', 'number'])
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  const [clauses, activities] = [await clausesOf(db, id, own), await activitiesOf(db, id, own)]
  return {
    programme,
    clauses,
    activities,
    movements: number === '' ? [] : await movementsOf(db, programmeId, number),
    totals: await totalsBehind(db, id),
  }
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

const MOST = 200

/** Activities under its clauses and those linked by hand, each once: the linked ones, then the latest. */
async function activitiesOf(db: ReadDb, directiveId: string, own: string | null) {
  // A link to a record that was taken in by a joint one is told by that.
  const links = db
    .selectFrom('directive_activity')
    .select([sql<string>`standing_activity(activity_id)`.as('told_by'), 'body_id'])
    .distinctOn(sql`told_by`)
    .where('directive_id', '=', directiveId)
    .orderBy('told_by')
    .orderBy(sql`body_id IS DISTINCT FROM ${own}`)
    .as('link')
  const rows = await db
    .selectFrom('activity')
    .innerJoin('body', 'body.id', 'owner_body')
    .leftJoin(links, join => join.onRef('link.told_by', '=', 'activity.id'))
    .select(['activity.id', 'activity.title', 'held_on', 'activity.place', 'count', 'count_unit', 'reach', 'reach_unit', 'money'])
    .select(['body.short_name', 'link.body_id as linked_by'])
    .select(
      sql<string | null>`(SELECT i.clause_path FROM activity_item ai JOIN plan_item i ON i.id = ai.item_id
        JOIN directive_clause c ON c.clause_path = i.clause_path AND c.programme_id = i.programme_id
        WHERE ai.activity_id = activity.id AND c.directive_id = ${directiveId} ORDER BY i.position LIMIT 1)`.as('clause_path'),
    )
    .where('activity.removed_at', 'is', null)
    .where(sql<boolean>`activity.id IN (SELECT id FROM (${recordsBehind([directiveId])}) behind)`)
    .orderBy(sql`link.told_by IS NULL`)
    .orderBy('held_on', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    count: row.count === null ? null : { value: row.count, unit: row.count_unit! },
    reach: row.reach === null ? null : { value: row.reach, unit: row.reach_unit! },
    money: row.money,
    owner: row.short_name,
    clausePath: row.clause_path,
    /** Linked by hand, and by whom it can be unlinked. */
    linked: row.linked_by !== null,
    ours: row.linked_by === own,
  }))
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
