import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { type Details, type KindBook, kindAs, partsOf } from '../activities/index.ts'
import type { ActivityRow } from './contract.ts'
import { sourcesOfMoney } from './money-sources.ts'
import { unitOf } from './unit.ts'

/** `ids` narrows to some of them. `term`: as a final report tells them, with the targets of the whole term and the source of their money. */
export type WantedActivities = {
  programmeId: string
  from: string
  to: string
  before: Bounds
  kinds: KindBook
  ids?: readonly string[]
  term?: boolean
}

/** Activities of two stretches of time, each once. */
const within = (db: ReadDb, { programmeId, from, to, before, ids }: WantedActivities) =>
  db
    .selectFrom('activity')
    .where('activity.programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .$if(ids !== undefined, rows => rows.where('activity.id', 'in', [...ids!]))
    .where(on =>
      on.or([
        on.and([on('held_on', '>=', from), on('held_on', '<=', to)]),
        on.and([on('held_on', '>=', before.from), on('held_on', '<=', before.to)]),
      ]),
    )

/**
 * Activities of the reporting year up to the end of the period, and of the same period a year earlier, each once with its items.
 * What hangs on them is read in whole tables side by side: asked for one activity after the other it takes several times as long.
 */
export async function loadActivities(db: ReadDb, wanted: WantedActivities): Promise<ActivityRow[]> {
  const rows = await within(db, wanted)
    .select(['id', 'version', 'kind', 'kind_version', 'title', 'held_on', 'place', 'owner_body'])
    .select(['count', 'count_unit', 'reach', 'reach_unit', 'money', 'details'])
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  const [items, communes] = [await itemsOf(db, wanted), await communesOf(db, wanted)]
  const aimed = wanted.term ? await aimedOf(db, wanted) : null
  const paidBy = wanted.term ? await sourcesOfMoney(db, wanted.programmeId) : null
  const one = sharing()
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    kind: one(row.kind),
    title: row.title,
    heldOn: one(row.held_on),
    place: one(row.place),
    ownerBody: one(row.owner_body),
    count: row.count,
    countUnit: unitOf(row.count_unit),
    reach: row.reach,
    reachUnit: unitOf(row.reach_unit),
    money: row.money,
    ...(paidBy && { source: paidBy(row.id, items.get(row.id)?.map(of => of.item_id) ?? []) }),
    itemIds: [...new Set([...(items.get(row.id) ?? []), ...(aimed?.get(row.id) ?? [])].map(of => one(of.item_id)))],
    clausePaths: [...new Set(items.get(row.id)?.map(of => one(of.clause_path)))].toSorted(),
    parts: partsOf(kindAs(wanted.kinds, row.kind, row.kind_version)?.fields ?? [], row.details as Details),
    communes: [...new Set(communes.get(row.id)?.map(of => one(of.commune)))],
  }))
}

/** Gives equal words as one: rows that are kept hold few different ones, each thousands of times. */
function sharing(): (words: string) => string {
  const known = new Map<string, string>()
  return words => {
    const same = known.get(words)
    if (same === undefined) known.set(words, words)
    return same ?? words
  }
}

async function itemsOf(db: ReadDb, wanted: WantedActivities) {
  const rows = await within(db, wanted)
    .innerJoin('activity_item', 'activity_id', 'activity.id')
    .innerJoin('plan_item', 'plan_item.id', 'item_id')
    .select(['activity_id', 'item_id', 'clause_path'])
    .orderBy('item_id')
    .execute()
  return Map.groupBy(rows, row => row.activity_id)
}

/** The items with a target for the whole term that activities count towards: those of every year that carry out the same duty. */
async function aimedOf(db: ReadDb, wanted: WantedActivities) {
  const rows = await within(db, wanted)
    .innerJoin('activity_item', 'activity_id', 'activity.id')
    .innerJoin('plan_item', 'plan_item.id', 'item_id')
    .innerJoin('plan_item as aimed', join =>
      join
        .onRef('aimed.programme_id', '=', 'plan_item.programme_id')
        .onRef('aimed.commitment_id', '=', 'plan_item.commitment_id')
        .on('aimed.target_per', '=', 'term'),
    )
    .select(['activity_id', 'aimed.id as item_id'])
    .orderBy('aimed.id')
    .execute()
  return Map.groupBy(rows, row => row.activity_id)
}

/** Of a village its commune. */
async function communesOf(db: ReadDb, wanted: WantedActivities) {
  const rows = await within(db, wanted)
    .innerJoin('activity_place', 'activity_id', 'activity.id')
    .innerJoin('place as stands', 'stands.id', 'place_id')
    .select('activity_id')
    .select(sql<string>`CASE stands.kind WHEN 'village' THEN stands.parent_id ELSE stands.id END`.as('commune'))
    .execute()
  return Map.groupBy(rows, row => row.activity_id)
}
