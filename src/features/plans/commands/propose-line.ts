import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { proposedLine, reasonText, uuid } from '../contract.ts'
import { whyNotPropose } from '../negotiation.ts'
import { checkItem, checkLine, insertProposal, proposalsOf } from '../proposals.ts'
import { WORK } from '../rules.ts'
import { getItem, getPlan, holdPlan, type ItemRow } from '../store.ts'

/** Writes down what the own side would have different in one line, with its reason. Nobody else sees it until it is sent. */
export const proposeLine = command({
  name: 'plans.propose-line',
  permission: WORK,
  input: z.strictObject({
    proposalId: uuid,
    planId: uuid,
    /** The item it is about, in the version that was seen; null where a line is added. */
    item: z.strictObject({ itemId: uuid, version: z.int() }).nullable(),
    line: proposedLine,
    reason: reasonText,
  }),
  run: async (context, { proposalId, planId, item: seen, line, reason }) => {
    const { tx, acting } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    refuseIf(whyNotPropose(acting, plan))
    if ((line.kind === 'add') !== (seen === null)) throw new Refusal('bad-input', { where: 'item' })
    await checkLine(tx, plan, line)
    const item = seen && (await getSeen(tx, planId, seen))
    if (item) await checkItem(tx, line.kind, item, await isProposed(tx, acting, item))
    await insertProposal(context, plan, { id: proposalId, line, reason, item })
    const detail = { line: line.kind, item: item?.id ?? null }
    return {
      result: { proposalId, version: 1 },
      audit: { kind: 'plan-proposal', id: proposalId, programme: plan.programmeId, detail },
    }
  },
})

async function getSeen(tx: Tx, planId: string, { itemId, version }: { itemId: string; version: number }): Promise<ItemRow> {
  const item = await getItem(tx, itemId)
  if (item.planId !== planId) throw new Refusal('not-found', { what: 'plan-item' })
  if (item.version !== version) throw new Refusal('changed-meanwhile')
  return item
}

/** Whether the own side has said something of this item that is not yet answered. */
async function isProposed(tx: Tx, acting: Actor, item: ItemRow): Promise<boolean> {
  const open = (await proposalsOf(tx, item.planId)).filter(one => one.state === 'own' || one.state === 'shared')
  return open.some(one => one.itemId === item.id && one.byBody === acting.bodyId)
}
