import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { proposedLine, reasonText, uuid } from '../contract.ts'
import { whyNotPropose } from '../negotiation.ts'
import { checkItem, checkLine, insertProposal, isProposedBy } from '../proposals.ts'
import { WORK } from '../rules.ts'
import { getPlan, getSeenItem, holdPlan } from '../store.ts'

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
    const item = seen && (await getSeenItem(tx, planId, seen))
    if (item) await checkItem(tx, line.kind, item, await isProposedBy(tx, acting.bodyId, item))
    await insertProposal(context, plan, { id: proposalId, line, reason, item })
    const detail = { line: line.kind, item: item?.id ?? null }
    return {
      result: { proposalId, version: 1 },
      audit: { kind: 'plan-proposal', id: proposalId, programme: plan.programmeId, detail },
    }
  },
})
