import type { CommandContext } from '../../engine/command.ts'
import { refuseIf } from '../../kernel/refusal.ts'
import { carriedFields, findStandIn } from './carry.ts'
import type { Carry } from './contract.ts'
import { carriedIn, findEarlier, getUnfinished } from './earlier.ts'
import { insertProposal } from './proposals.ts'
import { whyNotTiming } from './rules.ts'
import { columnsOf, itemsOf, type PlanRow, updateItem } from './store.ts'

/**
 * Goes on with unfinished items of the earlier year: in a plan of one's own at once, in a shared one as proposals.
 * The items of the earlier year stay as they are.
 */
export async function carryOver(context: CommandContext, plan: PlanRow, carry: Carry): Promise<void> {
  const { tx, today } = context
  const { programmeId, year } = plan
  const earlier = await findEarlier(tx, { programmeId, year, today })
  const carried = await carriedIn(tx, plan.id)
  for (const { from, itemId, dueOn } of carry.items) {
    const old = getUnfinished(earlier, carried, from)
    carried.add(from)
    const fields = carriedFields(old, old.sums, dueOn)
    refuseIf(whyNotTiming(fields, year))
    const line = { kind: 'add', clausePath: old.clausePath, fields, carries: from } as const
    if (plan.state === 'private')
      await putIn(context, plan, { itemId, reason: carry.reason, line, commitmentId: old.commitmentId })
    else await insertProposal(context, plan, { id: itemId, line, reason: carry.reason, item: null })
  }
}

type Put = {
  itemId: string
  reason: string
  commitmentId: string | null
  line: { clausePath: string; carries: string; fields: ReturnType<typeof carriedFields> }
}

/** Takes the line that the draft has for the same duty, or adds one. */
async function putIn({ tx }: CommandContext, plan: PlanRow, { itemId, reason, commitmentId, line }: Put): Promise<void> {
  const items = await itemsOf(tx, plan.id)
  const columns = { ...columnsOf(line.fields), carried_from: line.carries, carry_reason: reason }
  const standIn = findStandIn(items, commitmentId)
  if (standIn) return void (await updateItem(tx, { itemId: standIn.id, version: standIn.version }, columns))
  const place = { plan_id: plan.id, programme_id: plan.programmeId, clause_path: line.clausePath, commitment_id: commitmentId }
  await tx
    .insertInto('plan_item')
    .values({ id: itemId, ...place, position: items.length + 1, ...columns })
    .execute()
}
