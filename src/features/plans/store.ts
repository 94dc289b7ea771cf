import { sql } from 'kysely'
import type { CommandContext } from '../../engine/command.ts'
import { changeRow } from '../../engine/db/change-row.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { type AgreementSubject, digestOf } from '../programmes/index.ts'
import { digestForm } from './content.ts'
import type { ItemContent, ItemFields, ItemTarget, Timing } from './contract.ts'
import { type ClosingItem, whyNotChange } from './rules.ts'

export type PlanRow = {
  id: string
  programmeId: string
  year: number
  state: string
  /** Whose plan it is while it is private, and who shared it. */
  ownerBody: string | null
  digest: string | null
  sharedAt: Date | null
  agreedAt: Date | null
}
export type ItemRow = ItemContent & {
  planId: string
  programmeId: string
  closedAt: Date | null
  version: number
}

/** The plan, shown by row-level security to its own side, and shared to the parties of its programme; else 'not-found'. */
export async function getPlan(db: ReadDb, id: string): Promise<PlanRow> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'plan' })
  const { programme_id, owner_body, shared_at, agreed_at, year, state, digest } = row
  return { id, programmeId: programme_id, year, state, ownerBody: owner_body, digest, sharedAt: shared_at, agreedAt: agreed_at }
}

/** The plan, held against everybody else's changes, proposals and agreements until the end of the transaction. */
export async function holdPlan(tx: Tx, id: string): Promise<PlanRow> {
  await tx.selectFrom('plan').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return getPlan(tx, id)
}

export async function getItem(db: ReadDb, id: string): Promise<ItemRow> {
  const row = await db.selectFrom('plan_item').select(ITEM_COLUMNS).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'plan-item' })
  return asItem(row)
}

/** An item of the plan in the version that was seen, or 'changed-meanwhile'. */
export async function getSeenItem(
  db: ReadDb,
  planId: string,
  { itemId, version }: { itemId: string; version: number },
): Promise<ItemRow> {
  const item = await getItem(db, itemId)
  if (item.planId !== planId) throw new Refusal('not-found', { what: 'plan-item' })
  if (item.version !== version) throw new Refusal('changed-meanwhile')
  return item
}

/** Items of one plan in their order, dropped ones among them. */
export async function itemsOf(db: ReadDb, planId: string): Promise<ItemRow[]> {
  const rows = await db.selectFrom('plan_item').select(ITEM_COLUMNS).where('plan_id', '=', planId).orderBy('position').execute()
  return rows.map(asItem)
}

/** An item that work can be recorded under; refuses 'plans.not-shared' where the plan is still its side's own. */
export async function getSharedItem(db: ReadDb, id: string): Promise<ItemRow> {
  const item = await getItem(db, id)
  const plan = await getPlan(db, item.planId)
  if (plan.state === 'private') throw new Refusal('plans.not-shared')
  return item
}

export type ItemOfYear = ItemRow & { year: number }
const itemsWithYear = (db: ReadDb) =>
  db.selectFrom('plan_item').innerJoin('plan', 'plan.id', 'plan_item.plan_id').select(ITEM_COLUMNS).select('plan.year')

/** These items, with the year of each. */
export async function itemsByIds(db: ReadDb, ids: readonly string[]): Promise<ItemOfYear[]> {
  if (ids.length === 0) return []
  const rows = await itemsWithYear(db)
    .where('plan_item.id', '=', sql<string>`ANY (${[...ids]}::uuid[])`)
    .execute()
  return rows.map(row => ({ ...asItem(row), year: row.year }))
}

/** Items of every shared plan of a programme, with the year of each. */
export async function itemsOfProgramme(db: ReadDb, programmeId: string): Promise<ItemOfYear[]> {
  const rows = await itemsWithYear(db)
    .where('plan_item.programme_id', '=', programmeId)
    .where('plan.state', '<>', 'private')
    .orderBy('plan.year')
    .orderBy('plan_item.position')
    .execute()
  return rows.map(row => ({ ...asItem(row), year: row.year }))
}

/** Every column of an item but its words for search. */
export const ITEM_COLUMNS = [
  'plan_item.id',
  'plan_item.plan_id',
  'plan_item.programme_id',
  'plan_item.clause_path',
  'plan_item.commitment_id',
  'plan_item.position',
  'plan_item.title',
  'plan_item.lead_bodies',
  'plan_item.support_bodies',
  'plan_item.others',
  'plan_item.timing',
  'plan_item.starts_on',
  'plan_item.due_on',
  'plan_item.occasion',
  'plan_item.target_min',
  'plan_item.target_max',
  'plan_item.target_unit',
  'plan_item.target_per',
  'plan_item.product',
  'plan_item.places',
  'plan_item.audience',
  'plan_item.dropped_reason',
  'plan_item.carried_from',
  'plan_item.carry_reason',
  'plan_item.closed_at',
  'plan_item.version',
] as const

type StoredItem = Awaited<ReturnType<typeof selectItem>>
const selectItem = (db: ReadDb) => db.selectFrom('plan_item').select(ITEM_COLUMNS).executeTakeFirstOrThrow()

export function asItem(row: StoredItem): ItemRow {
  return {
    id: row.id,
    planId: row.plan_id,
    programmeId: row.programme_id,
    clausePath: row.clause_path,
    commitmentId: row.commitment_id,
    position: row.position,
    title: row.title,
    leadBodies: row.lead_bodies,
    supportBodies: row.support_bodies,
    others: row.others,
    timing: row.timing as Timing,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    occasion: row.occasion,
    target: targetOf(row),
    product: row.product,
    places: row.places,
    audience: row.audience,
    droppedReason: row.dropped_reason,
    carried: row.carried_from === null ? null : { from: row.carried_from, reason: row.carry_reason! },
    closedAt: row.closed_at,
    version: row.version,
  }
}

export function targetOf(row: Pick<StoredItem, 'target_min' | 'target_max' | 'target_unit' | 'target_per'>): ItemTarget | null {
  if (row.target_unit === null) return null
  return { min: row.target_min, max: row.target_max, unit: row.target_unit, per: row.target_per }
}

/** The columns of what officers write. */
export const columnsOf = (fields: ItemFields) => ({
  title: fields.title,
  timing: fields.timing,
  starts_on: fields.startsOn,
  due_on: fields.dueOn,
  occasion: fields.occasion,
  lead_bodies: fields.leadBodies,
  support_bodies: fields.supportBodies,
  others: fields.others,
  places: fields.places,
  audience: fields.audience,
  target_min: fields.target?.min ?? null,
  target_max: fields.target?.max ?? null,
  target_unit: fields.target?.unit ?? null,
  target_per: fields.target?.per ?? null,
  product: fields.product,
})

/** What of an item decides whether it can be closed. */
export const closingOf = ({ droppedReason, closedAt, target }: ItemRow): ClosingItem => ({
  dropped: droppedReason !== null,
  closed: closedAt !== null,
  target,
})

/** What of the items the parties agree to, those left out with their reasons. */
export const contentOf = (items: readonly ItemRow[]): ItemContent[] =>
  items.map(({ planId: _plan, programmeId: _programme, closedAt: _closed, version: _version, ...item }) => item)

/** What the parties agree to when they agree to the plan: every item as it stands. */
export const planDigest = (plan: { programmeId: string; year: number }, items: readonly ItemRow[]): string =>
  digestOf({ programmeId: plan.programmeId, year: plan.year, items: contentOf(items).map(digestForm) })

export const agreementOn = (plan: { id: string; programmeId: string }): AgreementSubject => ({
  programmeId: plan.programmeId,
  kind: 'plan',
  id: plan.id,
})

/** Opens a private plan for one change and holds it; refuses 'plans.propose-instead' where the others have seen it. */
export async function openForChange({ tx, acting }: CommandContext, planId: string): Promise<PlanRow> {
  await getPlan(tx, planId)
  const plan = await holdPlan(tx, planId)
  refuseIf(whyNotChange(acting, plan))
  return plan
}

/** One guarded change of an item: hits the version that was seen, or refuses 'changed-meanwhile'. */
export async function updateItem(
  tx: Tx,
  item: { itemId: string; version: number },
  change: Partial<ReturnType<typeof columnsOf>> & {
    dropped_reason?: string | null
    closed_at?: Date | null
    closed_by?: string | null
    carried_from?: string
    carry_reason?: string
  },
): Promise<{ version: number }> {
  return changeRow(tx, 'plan_item', { id: item.itemId, version: item.version }, change)
}
