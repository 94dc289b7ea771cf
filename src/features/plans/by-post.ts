import type { CommandContext } from '../../engine/command.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import {
  digestOf,
  type PaperAct,
  type PaperSubject,
  type PostalFeature,
  recordAgreement,
  type Sendable,
  withdrawByPaper,
} from '../programmes/index.ts'
import { fixPlan } from './answering.ts'
import { standingOf } from './negotiating.ts'
import { type Proposal, proposalsOf, updateProposal } from './proposals.ts'
import { whyNotAgreeable } from './rules.ts'
import { agreementOn, getPlan, holdPlan, itemsOf, type PlanRow, planDigest } from './store.ts'

export const paperSubject = (plan: Pick<PlanRow, 'id' | 'programmeId'>): PaperSubject => ({
  kind: 'plan',
  id: plan.id,
  programmeId: plan.programmeId,
})

/** The lines that a body has not answered. */
export const linesFor = (proposals: readonly Proposal[], bodyId: string): Proposal[] =>
  proposals.filter(one => one.state === 'shared' && one.byBody !== bodyId && !one.acceptedBy.includes(bodyId))

/** Says exactly which lines with which reasons were printed. */
export const linesDigest = (lines: readonly Proposal[]): string =>
  digestOf(lines.map(({ id, line, reason }) => ({ id, line, reason })))

/** A plan goes to a party by post as a whole once it is shared, and by the lines that wait for its answer. */
export const planByPost: PostalFeature = {
  find: async (db, id) => {
    const plan = await getPlan(db, id)
    return { programmeId: plan.programmeId, outgoing: bodyId => sendableOf(db, plan, bodyId) }
  },
  agree: async (context, { id, digest }, onPaper) => {
    const { tx, acting } = context
    const plan = await holdPlan(tx, id)
    const standing = await standingOf(tx, acting, plan)
    const agreedByUs = standing.agreements.some(one => one.bodyId === onPaper.bodyId)
    refuseIf(whyNotAgreeable({ ...standing, state: plan.state, agreedByUs }))
    if (standing.digest !== digest) throw new Refusal('post.content-moved')
    const { complete } = await recordAgreement(context, agreementOn(plan), digest, onPaper)
    if (complete) await fixPlan(context, plan, digest)
    return { complete }
  },
  suspend: suspendPaper,
}

async function sendableOf(db: ReadDb, plan: PlanRow, bodyId: string): Promise<Sendable> {
  const lines = linesFor(await proposalsOf(db, plan.id), bodyId)
  const whole = plan.state === 'private' ? null : planDigest(plan, await itemsOf(db, plan.id))
  return { whole, lines: lines.length > 0 ? linesDigest(lines) : null }
}

/**
 * A contested or withdrawn paper holds nothing any more: the agreement by it falls, and with it the fixed plan unless the body
 * has agreed otherwise since; its open lines and its answers to open lines are taken out. What became of lines stays in the history.
 */
async function suspendPaper({ tx, now }: CommandContext, act: PaperAct): Promise<void> {
  const plan = await holdPlan(tx, act.subjectId)
  const fell = await withdrawByPaper(tx, act.id, now)
  for (const proposal of await proposalsOf(tx, plan.id)) if (proposal.state === 'shared') await takeOut(tx, proposal, act, now)
  if (!fell || plan.state !== 'agreed') return
  await tx
    .updateTable('plan')
    .set(row => ({ state: 'draft', digest: null, agreed_at: null, version: row('version', '+', 1) }))
    .where('id', '=', plan.id)
    .where('state', '=', 'agreed')
    .execute()
}

async function takeOut(tx: Tx, proposal: Proposal, act: PaperAct, now: Date): Promise<void> {
  const seen = { proposalId: proposal.id, version: proposal.version }
  if (proposal.paperActId === act.id) return void (await updateProposal(tx, seen, { state: 'withdrawn', closed_at: now }))
  const left = proposal.acceptances.filter(one => one.paperActId !== act.id)
  if (left.length < proposal.acceptances.length) await updateProposal(tx, seen, { acceptances: JSON.stringify(left) })
}
