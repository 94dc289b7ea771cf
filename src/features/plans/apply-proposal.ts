import type { Tx } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { ItemFields } from './contract.ts'
import { checkItem, checkLine, getCarried, type Proposal, stillStands } from './proposals.ts'
import { columnsOf, getItem, type ItemRow, itemsOf, type PlanRow, updateItem } from './store.ts'

/** Puts an accepted line into the plan, which is held. Refuses 'plans.item-changed' where the item no longer stands as it did. */
export async function applyProposal(tx: Tx, plan: PlanRow, proposal: Proposal): Promise<void> {
  const { line, itemId } = proposal
  await checkLine(tx, plan, line)
  if (line.kind === 'add') return addItems(tx, plan, await placeOf(tx, plan, line, proposal.reason), [line.fields])
  const item = await getItem(tx, itemId ?? '')
  if (!stillStands(proposal, item)) throw new Refusal('plans.item-changed', { number: item.position })
  await checkItem(tx, line.kind, item, false)
  const seen = { itemId: item.id, version: item.version }
  if (line.kind === 'drop') return void (await updateItem(tx, seen, { dropped_reason: proposal.reason }))
  const [first, ...rest] = line.kind === 'split' ? line.parts : [line.fields]
  await updateItem(tx, seen, { ...columnsOf(first!), dropped_reason: null })
  await addItems(tx, plan, { clausePath: item.clausePath, commitmentId: item.commitmentId }, rest)
}

type Place = Pick<ItemRow, 'clausePath' | 'commitmentId'> & { carried?: ItemRow['carried'] }

/** A line that goes on with an unfinished item carries out the same duty. */
async function placeOf(
  tx: Tx,
  plan: PlanRow,
  { clausePath, carries }: { clausePath: string; carries: string | null },
  reason: string,
): Promise<Place> {
  if (carries === null) return { clausePath, commitmentId: null }
  const { commitmentId } = await getCarried(tx, plan, carries)
  return { clausePath, commitmentId, carried: { from: carries, reason } }
}

/** Items are never taken out and the plan is held, so the count gives the next place. */
async function addItems(tx: Tx, plan: PlanRow, place: Place, added: readonly ItemFields[]): Promise<void> {
  if (added.length === 0) return
  const count = (await itemsOf(tx, plan.id)).length
  const at = { plan_id: plan.id, programme_id: plan.programmeId, clause_path: place.clausePath }
  const rows = added.map((fields, index) => ({
    id: newId(),
    ...at,
    commitment_id: place.commitmentId,
    position: count + index + 1,
    ...columnsOf(fields),
    carried_from: place.carried?.from ?? null,
    carry_reason: place.carried?.reason ?? null,
  }))
  await tx.insertInto('plan_item').values(rows).execute()
}
