import { z } from 'zod'
import { type CommandContext, command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { partiesOf, recordAccepted, withdrawAgreements } from '../../programmes/index.ts'
import { applyProposal } from '../apply-proposal.ts'
import { uuid } from '../contract.ts'
import { whyNotAnswer } from '../negotiation.ts'
import { type Acceptance, getProposal, type Proposal, updateProposal } from '../proposals.ts'
import { AGREE } from '../rules.ts'
import { agreementOn, holdPlan, type PlanRow } from '../store.ts'
import { keepVersion } from '../versions.ts'

/** Takes what another side proposed. When every other party has taken it, the line changes. */
export const acceptProposal = command({
  name: 'plans.accept-proposal',
  permission: AGREE,
  input: z.strictObject({ proposalId: uuid, version: z.int() }),
  run: async (context, { proposalId, version }) => {
    const { tx, acting, today, now } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { planId } = await getProposal(tx, proposalId)
    const plan = await holdPlan(tx, planId)
    const proposal = await getProposal(tx, proposalId)
    refuseIf(whyNotAnswer(acting, proposal))
    const acceptances = [...proposal.acceptances, { bodyId: acting.bodyId, accountId: acting.accountId, on: today }]
    const taken = new Set([proposal.byBody, ...acceptances.map(one => one.bodyId)])
    const complete = (await partiesOf(tx, plan.programmeId)).every(party => taken.has(party.bodyId))
    const closed = complete ? ({ state: 'accepted', closed_at: now } as const) : {}
    await updateProposal(tx, { proposalId, version }, { acceptances: JSON.stringify(acceptances), ...closed })
    if (complete) await takeEffect(context, plan, { ...proposal, acceptances })
    const detail = { accepted: true, complete, plan: planId }
    return {
      result: { proposalId, complete },
      audit: { kind: 'plan-proposal', id: proposalId, programme: plan.programmeId, detail },
    }
  },
})

/** Changes the line. In a draft the agreements to the old content fall; an agreed plan stays agreed, now to the new content. */
async function takeEffect(
  context: CommandContext,
  plan: PlanRow,
  proposal: Proposal & { acceptances: Acceptance[] },
): Promise<void> {
  const { tx, now } = context
  await applyProposal(tx, plan, proposal)
  const digest = await keepVersion(context, plan, 'accepted')
  const agreed = plan.state === 'agreed'
  const proposer = { bodyId: proposal.byBody, accountId: proposal.sharedBy }
  if (agreed)
    await recordAccepted(context, agreementOn(plan), digest, {
      proposalId: proposal.id,
      sides: [proposer, ...proposal.acceptances],
    })
  else await withdrawAgreements(tx, agreementOn(plan), now)
  await tx
    .updateTable('plan')
    .set(row => ({ version: row('version', '+', 1), ...(agreed ? { digest, agreed_at: now } : {}) }))
    .where('id', '=', plan.id)
    .execute()
}
