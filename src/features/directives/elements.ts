import type { ReadDb } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** An item of a plan within rights, with its year. Refuses 'not-found'. */
export async function getItem(db: ReadDb, itemId: string) {
  const row = await db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'plan_item.programme_id', 'plan.year'])
    .where('plan_item.id', '=', itemId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'item' })
  return row
}

/** A work within rights, with the year in which it begins. Refuses 'not-found'. */
export async function getWork(db: ReadDb, constructionId: string) {
  const row = await db
    .selectFrom('construction')
    .select(['id', 'body_id', 'starts_on'])
    .where('id', '=', constructionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'construction' })
  return row
}

/** Plan items that serve elements, the latest year first, each with what was done under it. */
export async function itemsOf(db: ReadDb, keys: readonly string[]) {
  const rows = await db
    .selectFrom('element_item')
    .innerJoin('plan_item', 'plan_item.id', 'element_item.item_id')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .innerJoin('programme', 'programme.id', 'plan_item.programme_id')
    .select(['element', 'plan_item.id', 'plan_item.title', 'plan_item.clause_path', 'plan.year', 'plan.id as plan_id'])
    .select(['programme.id as programme_id', 'programme.number', 'programme.title as programme', 'element_item.body_id'])
    .select(outer =>
      outer
        .selectFrom('activity_item')
        .innerJoin('activity', 'activity.id', 'activity_item.activity_id')
        .whereRef('activity_item.item_id', '=', 'plan_item.id')
        .where('activity.removed_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('activities'),
    )
    .where('element', 'in', keys)
    .where('dropped_reason', 'is', null)
    .orderBy('plan.year', 'desc')
    .orderBy('plan_item.position')
    .execute()
  return rows.map(row => ({
    element: row.element,
    id: row.id,
    title: row.title,
    clausePath: row.clause_path,
    year: row.year,
    planId: row.plan_id,
    programme: { id: row.programme_id, name: row.number ?? row.programme },
    activities: row.activities ?? 0,
    linkedBy: row.body_id,
  }))
}

/** Works that serve elements, by name. */
export async function worksOf(db: ReadDb, keys: readonly string[]) {
  const rows = await db
    .selectFrom('element_construction')
    .innerJoin('construction', 'construction.id', 'construction_id')
    .innerJoin('place', 'place.id', 'commune_id')
    .select(['element', 'construction.id', 'construction.name', 'place.name as commune', 'amount', 'investor'])
    .select(['element_construction.body_id'])
    .where('element', 'in', keys)
    .orderBy('construction.name')
    .execute()
  return rows.map(({ body_id, ...row }) => ({ ...row, linkedBy: body_id }))
}

/** Supervisions of the project or a part of it that the reader sees, the latest first. */
export async function supervisionsOf(db: ReadDb, keys: readonly string[]) {
  const rows = await db
    .selectFrom('supervision')
    .innerJoin('body', 'body.id', 'supervision.body_id')
    .select(['supervision.id', 'supervision.title', 'object', 'element', 'starts_on', 'body.short_name'])
    .where('element', 'in', keys)
    .orderBy('starts_on', 'desc')
    .orderBy('supervision.id')
    .execute()
  return rows.map(({ starts_on: startsOn, short_name: owner, element, ...row }) => ({
    ...row,
    element: element!,
    startsOn,
    owner,
  }))
}
