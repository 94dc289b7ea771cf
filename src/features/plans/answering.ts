import type { CommandContext } from '../../engine/command.ts'
import { partiesOf, recordAccepted, withdrawAgreements } from '../programmes/index.ts'
import { applyProposal } from './apply-proposal.ts'
import { type Acceptance, type Proposal, updateProposal } from './proposals.ts'
import { agreementOn, type PlanRow } from './store.ts'
import { keepVersion } from './versions.ts'

/** Adds a side's acceptance to the version that it saw. When every other party has accepted, the line changes. */
export async function takeProposal(
  context: CommandContext,
  plan: PlanRow,
  proposal: Proposal,
  by: Acceptance,
): Promise<{ complete: boolean }> {
  const { tx, now } = context
  const acceptances = [...proposal.acceptances, by]
  const taken = new Set([proposal.byBody, ...acceptances.map(one => one.bodyId)])
  const complete = (await partiesOf(tx, plan.programmeId)).every(party => taken.has(party.bodyId))
  const closed = complete ? ({ state: 'accepted', closed_at: now } as const) : {}
  const seen = { proposalId: proposal.id, version: proposal.version }
  await updateProposal(tx, seen, { acceptances: JSON.stringify(acceptances), ...closed })
  if (complete) await takeEffect(context, plan, { ...proposal, acceptances })
  return { complete }
}

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
  const proposer = { bodyId: proposal.byBody, accountId: proposal.sharedBy, paperActId: proposal.paperActId }
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

/** Every party has agreed to the same content: the plan is fixed. */
export async function fixPlan(context: CommandContext, plan: PlanRow, digest: string): Promise<void> {
  await context.tx
    .updateTable('plan')
    .set(row => ({ state: 'agreed', digest, agreed_at: context.now, version: row('version', '+', 1) }))
    .where('id', '=', plan.id)
    .where('state', '=', 'draft')
    .execute()
  await keepVersion(context, plan, 'agreed')
}
