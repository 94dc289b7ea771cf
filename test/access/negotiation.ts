import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor, Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { OURS, type Side, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const deciders: readonly Role[] = ['leader', 'authorised']

type Outgoing = { outgoing: { digest: string }; clearance: { id: string; version: number } }

/** Which content a side would send now, as its own leader sees it. */
async function outgoingOf(stage: Stage, planId: string, side: Side): Promise<string> {
  const plan = await stage.site.ask<Outgoing>(stage.actor(side, 'leader'), 'plans.plan', { planId })
  return plan.outgoing.digest
}

/** A line that a side keeps to itself. */
export async function ownProposal(stage: Stage, side: Side, reason = OURS) {
  const { planId, itemId, programmeId } = await stage.plan()
  const proposalId = newId()
  const input = { proposalId, planId, item: { itemId, version: 1 }, line: { kind: 'drop' }, reason }
  await stage.as(stage.actor(side, 'officer'))('plans.propose-line', input)
  return { proposalId, planId, itemId, programmeId }
}

/** A line that a side has sent. */
export async function sharedProposal(stage: Stage, side: Side, reason = OURS) {
  const made = await ownProposal(stage, side, reason)
  const digest = await outgoingOf(stage, made.planId, side)
  await stage.as(stage.actor(side, 'leader'))('plans.share-proposals', { planId: made.planId, digest })
  return { ...made, version: 2 }
}

/** A private plan that the own officer has laid before the leader. */
export async function submission(stage: Stage) {
  const { planId } = await stage.privatePlan()
  const clearanceId = newId()
  await stage.as(stage.officer)('plans.submit-plan', { clearanceId, planId })
  return { clearanceId, planId, version: 1 }
}

/** What the own leader wants done about a plan that waits. */
export async function ownInstruction(stage: Stage, by: Actor = stage.leader): Promise<string> {
  const [instructionId, { clearanceId }] = [newId(), await submission(stage)]
  const said = { instructionId, clearanceId, words: OURS, dueOn: null }
  await stage.as(by)('instructions.give-instruction', said)
  return instructionId
}

/** One that whoever asks has said, where they may say any. */
const saidBy = (stage: Stage, actor: Actor): Promise<string> => {
  const says = actor.bodyId === stage.leader.bodyId && [...deciders, 'head'].some(role => actor.roles.includes(role as Role))
  return ownInstruction(stage, says ? actor : stage.leader)
}

const other = (side: Side): Side => (side === 'partner' ? 'own' : 'partner')
/** What another side has sent to the one that answers. */
const toAnswer = async (stage: Stage, side: Side) => {
  const { proposalId, version } = await sharedProposal(stage, other(side))
  return { proposalId, version }
}
const both = (roles: readonly Role[]) => ({ own: roles, partner: roles })
const row = (may: Expected['may'], arrange: (stage: Stage, side: Side) => Promise<Json>): Expected => ({
  may,
  arrange: (stage, _actor, side) => arrange(stage, side),
})

/** The rights of the negotiation. Only leaders send, answer and decide; nothing of one side's own is reached by another. */
export const negotiation: Record<string, Expected> = {
  'plans.share-plan': row({ own: deciders }, async stage => {
    const { planId } = await stage.privatePlan()
    return { planId, digest: await outgoingOf(stage, planId, 'own') }
  }),
  'plans.submit-plan': row({ own: workers }, async stage => ({
    clearanceId: newId(),
    planId: (await stage.privatePlan()).planId,
  })),
  'plans.clear-submission': row({ own: deciders }, async stage => {
    const { clearanceId, version } = await submission(stage)
    return { clearanceId, version }
  }),
  'programmes.forward-submission': row({ own: ['head'] }, async stage => {
    const { clearanceId, version } = await submission(stage)
    return { clearanceId, version }
  }),
  'programmes.return-submission': row({ own: [...deciders, 'head'] }, async stage => {
    const { clearanceId, version } = await submission(stage)
    return { clearanceId, version, instruction: 'Bổ sung nguồn kinh phí', dueOn: null }
  }),
  'instructions.give-instruction': row({ own: [...deciders, 'head'] }, async stage => {
    const { clearanceId } = await submission(stage)
    return { instructionId: newId(), clearanceId, words: 'Bổ sung nguồn kinh phí', dueOn: null }
  }),
  'instructions.take-back-instruction': {
    may: { own: [...deciders, 'head'] },
    arrange: async (stage, actor) => ({ instructionId: await saidBy(stage, actor), version: 1 }),
  },
  'instructions.settle-instruction': row({ own: workers }, async stage => ({
    instructionId: await ownInstruction(stage),
    version: 1,
  })),
  'instructions.reopen-instruction': row({ own: workers }, async stage => {
    const instructionId = await ownInstruction(stage)
    await stage.as(stage.officer)('instructions.settle-instruction', { instructionId, version: 1 })
    return { instructionId, version: 2 }
  }),
  'plans.propose-line': row(both(workers), async stage => {
    const { planId, itemId } = await stage.plan()
    const reason = 'Gộp vào mục khác'
    return { proposalId: newId(), planId, item: { itemId, version: 1 }, line: { kind: 'drop' }, reason }
  }),
  'plans.share-proposals': row(both(deciders), async (stage, side) => {
    const { planId } = await ownProposal(stage, side)
    return { planId, digest: await outgoingOf(stage, planId, side) }
  }),
  'plans.accept-proposal': row(both(deciders), toAnswer),
  'plans.return-proposal': row(both(deciders), async (stage, side) => ({ ...(await toAnswer(stage, side)), reason: 'Cần làm' })),
  'plans.counter-proposal': row(both(deciders), async (stage, side) => {
    const { proposalId: counters, version } = await toAnswer(stage, side)
    return { proposalId: newId(), counters, version, line: { kind: 'drop' }, reason: 'Vì lý do khác' }
  }),
  'plans.withdraw-proposal': row({ own: workers }, async stage => {
    const { proposalId } = await ownProposal(stage, 'own')
    return { proposalId, version: 1 }
  }),
}
