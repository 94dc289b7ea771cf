import type { CommandContext } from '../../../engine/command.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getItem, getPlan } from '../store.ts'
import type { BudgetFields, BudgetLine, Source, Spending } from './contract.ts'
import { whyNotBudget } from './rules.ts'

const COLUMNS = [
  'id',
  'plan_id',
  'programme_id',
  'item_id',
  'body_id',
  'position',
  'content',
  'unit',
  'quantity',
  'times',
  'norm',
  'basis',
  'source',
  'source_detail',
  'note',
  'version',
] as const

/** The lines of a plan in the order of writing, each with what was spent on it. */
export async function budgetLinesOf(db: ReadDb, planId: string): Promise<BudgetLine[]> {
  const rows = await db
    .selectFrom('budget_line')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const spendings = await db
    .selectFrom('budget_spending')
    .select(['id', 'line_id', 'amount', 'spent_on', 'note', 'activity_id'])
    .where('plan_id', '=', planId)
    .orderBy('spent_on')
    .orderBy('id')
    .execute()
  const byLine = Map.groupBy(spendings, one => one.line_id)
  return rows.map(row => ({
    id: row.id,
    itemId: row.item_id,
    bodyId: row.body_id,
    position: row.position,
    content: row.content,
    unit: row.unit,
    quantity: row.quantity,
    times: row.times,
    norm: row.norm,
    basis: row.basis,
    source: row.source as Source,
    sourceDetail: row.source_detail,
    note: row.note,
    version: row.version,
    spendings: (byLine.get(row.id) ?? []).map(
      ({ id, amount, spent_on, note, activity_id }): Spending => ({
        id,
        amount,
        note,
        spentOn: spent_on,
        activityId: activity_id,
      }),
    ),
  }))
}

/** The columns of what officers write. A side's own budget needs no name. */
export const columnsOfLine = (fields: BudgetFields) => ({
  item_id: fields.itemId,
  content: fields.content,
  unit: fields.unit,
  quantity: fields.quantity,
  times: fields.times,
  norm: fields.norm,
  basis: fields.basis,
  source: fields.source,
  source_detail: fields.source === 'own' ? null : fields.sourceDetail,
  note: fields.note,
})

export type LinePlace = { planId: string; programmeId: string; bodyId: string; itemId: string | null; year: number }

/** A line of the own side, open to be written; refuses 'not-found' to strangers and 'plans.not-your-budget' to the other side. */
export async function getOwnLine({ tx, acting }: CommandContext, lineId: string): Promise<LinePlace> {
  const row = await tx
    .selectFrom('budget_line')
    .select(['plan_id', 'programme_id', 'body_id', 'item_id'])
    .where('id', '=', lineId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'budget-line' })
  refuseIf(whyNotBudget(acting, row.body_id))
  const { year } = await getPlan(tx, row.plan_id)
  return { planId: row.plan_id, programmeId: row.programme_id, bodyId: row.body_id, itemId: row.item_id, year }
}

/** A line stands under an item of its own plan that is not left out, or under none. */
export async function refuseForeignItem(db: ReadDb, planId: string, itemId: string | null): Promise<void> {
  if (itemId === null) return
  const item = await getItem(db, itemId)
  if (item.planId !== planId) throw new Refusal('not-found', { what: 'plan-item' })
  if (item.droppedReason !== null) throw new Refusal('plans.item-dropped')
}
