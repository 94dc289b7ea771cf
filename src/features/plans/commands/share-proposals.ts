import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { senders, within } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { settleClearance } from '../../programmes/index.ts'
import { digestText, uuid } from '../contract.ts'
import { standingOf } from '../negotiating.ts'
import { whyNotSendProposals } from '../negotiation.ts'
import { draftsDigest, updateProposal } from '../proposals.ts'
import { getPlan, holdPlan } from '../store.ts'

/** Sends every unsent line of the own side at once, exactly those that were shown. */
export const shareProposals = command({
  name: 'plans.share-proposals',
  permission: { roles: senders, reach: 'party' },
  input: z.strictObject({ planId: uuid, digest: digestText }),
  run: async (context, { planId, digest }) => {
    const { tx, acting, now } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    const { drafts, cleared } = await standingOf(tx, acting, plan)
    refuseIf(whyNotSendProposals(within(acting, plan.programmeId), { state: plan.state, drafts: drafts.length, cleared }))
    if (draftsDigest(drafts) !== digest) throw new Refusal('changed-meanwhile')
    for (const { id: proposalId, version } of drafts)
      await updateProposal(tx, { proposalId, version }, { state: 'shared', shared_by: acting.accountId, shared_at: now })
    await settleClearance(context, 'plan', planId)
    const detail = { sent: drafts.map(one => one.id) }
    return { result: { planId, sent: drafts.length }, audit: { kind: 'plan', id: planId, programme: plan.programmeId, detail } }
  },
})
