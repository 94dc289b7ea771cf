import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { takeProposal } from '../answering.ts'
import { uuid } from '../contract.ts'
import { whyNotAnswer } from '../negotiation.ts'
import { getProposal } from '../proposals.ts'
import { AGREE } from '../rules.ts'
import { holdPlan } from '../store.ts'

/** Takes what another side proposed. When every other party has taken it, the line changes. */
export const acceptProposal = command({
  name: 'plans.accept-proposal',
  permission: AGREE,
  input: z.strictObject({ proposalId: uuid, version: z.int() }),
  run: async (context, { proposalId, version }) => {
    const { tx, acting, today } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { planId } = await getProposal(tx, proposalId)
    const plan = await holdPlan(tx, planId)
    const proposal = await getProposal(tx, proposalId)
    refuseIf(whyNotAnswer(acting, proposal))
    const by = { bodyId: acting.bodyId, accountId: acting.accountId, on: today }
    const { complete } = await takeProposal(context, plan, { ...proposal, version }, by)
    const detail = { accepted: true, complete, plan: planId }
    return {
      result: { proposalId, complete },
      audit: { kind: 'plan-proposal', id: proposalId, programme: plan.programmeId, detail },
    }
  },
})
