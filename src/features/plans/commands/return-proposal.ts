import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { reasonText, uuid } from '../contract.ts'
import { whyNotAnswer } from '../negotiation.ts'
import { getProposal, updateProposal } from '../proposals.ts'
import { AGREE } from '../rules.ts'
import { holdPlan } from '../store.ts'

/** Sends a proposal back with the reason; the line stays as it is. */
export const returnProposal = command({
  name: 'plans.return-proposal',
  permission: AGREE,
  input: z.strictObject({ proposalId: uuid, version: z.int(), reason: reasonText }),
  run: async ({ tx, acting, now }, { proposalId, version, reason }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { planId } = await getProposal(tx, proposalId)
    await holdPlan(tx, planId)
    const proposal = await getProposal(tx, proposalId)
    refuseIf(whyNotAnswer(acting, proposal))
    const answered = { state: 'returned', answer: reason, answered_by: acting.bodyId, closed_at: now } as const
    const updated = await updateProposal(tx, { proposalId, version }, answered)
    const detail = { returned: true, reason }
    return {
      result: { proposalId, version: updated.version },
      audit: { kind: 'plan-proposal', id: proposalId, programme: proposal.programmeId, detail },
    }
  },
})
