import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { proposedLine, reasonText, uuid } from '../contract.ts'
import { whyNotAnswer, whyNotCounterWith } from '../negotiation.ts'
import { checkItem, checkLine, getProposal, insertProposal, proposalsOf, stillStands, updateProposal } from '../proposals.ts'
import { AGREE } from '../rules.ts'
import { getItem, holdPlan } from '../store.ts'

/** Answers a proposal with another of the same line, which goes to the others at once. */
export const counterProposal = command({
  name: 'plans.counter-proposal',
  permission: AGREE,
  input: z.strictObject({ proposalId: uuid, counters: uuid, version: z.int(), line: proposedLine, reason: reasonText }),
  run: async (context, { proposalId, counters, version, line, reason }) => {
    const { tx, acting, now } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { planId } = await getProposal(tx, counters)
    const plan = await holdPlan(tx, planId)
    const countered = await getProposal(tx, counters)
    refuseIf(whyNotAnswer(acting, countered) ?? whyNotCounterWith(countered.line.kind, line.kind))
    await checkLine(tx, plan, line)
    const item = countered.itemId ? await getItem(tx, countered.itemId) : null
    if (item && !stillStands(countered, item)) throw new Refusal('plans.item-changed', { number: item.position })
    const ours = (await proposalsOf(tx, planId)).some(
      one =>
        one.byBody === acting.bodyId && one.itemId !== null && one.itemId === item?.id && ['own', 'shared'].includes(one.state),
    )
    if (item) await checkItem(tx, line.kind, item, ours)
    await updateProposal(
      tx,
      { proposalId: counters, version },
      { state: 'countered', answered_by: acting.bodyId, closed_at: now },
    )
    await insertProposal(context, plan, { id: proposalId, line, reason, item }, { counterOf: counters })
    const detail = { counters, line: line.kind }
    return {
      result: { proposalId, version: 1 },
      audit: { kind: 'plan-proposal', id: proposalId, programme: plan.programmeId, detail },
    }
  },
})
