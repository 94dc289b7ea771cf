import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotWithdraw } from '../negotiation.ts'
import { getProposal, updateProposal } from '../proposals.ts'
import { WORK } from '../rules.ts'
import { holdPlan } from '../store.ts'

/** Takes an own proposal back before it is answered; one that was never sent stays unknown to the others. */
export const withdrawProposal = command({
  name: 'plans.withdraw-proposal',
  permission: WORK,
  input: z.strictObject({ proposalId: uuid, version: z.int() }),
  run: async ({ tx, acting, now }, { proposalId, version }) => {
    const { planId } = await getProposal(tx, proposalId)
    await holdPlan(tx, planId)
    const proposal = await getProposal(tx, proposalId)
    refuseIf(whyNotWithdraw(acting, proposal))
    const updated = await updateProposal(tx, { proposalId, version }, { state: 'withdrawn', closed_at: now })
    return {
      result: { proposalId, version: updated.version },
      audit: { kind: 'plan-proposal', id: proposalId, programme: proposal.programmeId, detail: { withdrawn: true } },
    }
  },
})
