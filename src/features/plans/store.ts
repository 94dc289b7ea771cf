import type { CommandContext } from '../../engine/command.ts'
import type { Json, ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type AgreementSubject, digestOf, withdrawAgreements } from '../programmes/index.ts'
import type { ItemContent, ItemFields, ItemTarget, Timing } from './contract.ts'

export type PlanRow = {
  id: string
  programmeId: string
  year: number
  state: string
  digest: string | null
  agreedAt: Date | null
}
export type ItemRow = ItemContent & {
  planId: string
  programmeId: string
  closedAt: Date | null
  version: number
}

/** The plan, shown by row-level security to the parties of its programme; refuses 'not-found' to everybody else. */
export async function getPlan(db: ReadDb, id: string): Promise<PlanRow> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'plan' })
  const { programme_id, agreed_at, year, state, digest } = row
  return { id, programmeId: programme_id, year, state, digest, agreedAt: agreed_at }
}

export async function getItem(db: ReadDb, id: string): Promise<ItemRow> {
  const row = await db.selectFrom('plan_item').select(ITEM_COLUMNS).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'plan-item' })
  return asItem(row)
}

/** Items of one plan in their order, dropped ones among them. */
export async function itemsOf(db: ReadDb, planId: string): Promise<ItemRow[]> {
  const rows = await db.selectFrom('plan_item').select(ITEM_COLUMNS).where('plan_id', '=', planId).orderBy('position').execute()
  return rows.map(asItem)
}

/** Items of every plan of a programme, with the year of each. */
export async function itemsOfProgramme(db: ReadDb, programmeId: string): Promise<(ItemRow & { year: number })[]> {
  const rows = await db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(ITEM_COLUMNS)
    .select('plan.year')
    .where('plan_item.programme_id', '=', programmeId)
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
  'plan_item.dropped_reason',
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
    droppedReason: row.dropped_reason,
    closedAt: row.closed_at,
    version: row.version,
  }
}

function targetOf(row: StoredItem): ItemTarget | null {
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
  target_min: fields.target?.min ?? null,
  target_max: fields.target?.max ?? null,
  target_unit: fields.target?.unit ?? null,
  target_per: fields.target?.per ?? null,
  product: fields.product,
})

/** What the parties agree to when they agree to the plan: every item as it stands, those left out with their reasons. */
export function planDigest(plan: { programmeId: string; year: number }, items: readonly ItemRow[]): string {
  const content = items.map(({ planId: _plan, programmeId: _programme, closedAt: _closed, version: _version, ...item }) => item)
  return digestOf({ programmeId: plan.programmeId, year: plan.year, items: content as unknown as Json })
}

export const agreementOn = (plan: { id: string; programmeId: string }): AgreementSubject => ({
  programmeId: plan.programmeId,
  kind: 'plan',
  id: plan.id,
})

/**
 * Opens a draft for one change: holds it against other changes and agreements until the end of the transaction,
 * and takes the agreements to the old content with it. Refuses 'plans.fixed' where both sides have agreed.
 */
export async function openForChange({ tx, now }: CommandContext, planId: string): Promise<PlanRow> {
  const plan = await getPlan(tx, planId)
  const held = await tx
    .updateTable('plan')
    .set(row => ({ version: row('version', '+', 1) }))
    .where('id', '=', planId)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  if (!held) throw new Refusal('plans.fixed')
  await withdrawAgreements(tx, agreementOn(plan), now)
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
  },
): Promise<{ version: number }> {
  const updated = await tx
    .updateTable('plan_item')
    .set(row => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', item.itemId)
    .where('version', '=', item.version)
    .returning('version')
    .executeTakeFirst()
  if (!updated) throw new Refusal('changed-meanwhile')
  return updated
}
