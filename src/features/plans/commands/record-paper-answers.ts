import { z } from 'zod'
import { type CommandContext, command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { type PaperFields, paperAudit, paperFields, RECORD, recordPaper } from '../../programmes/index.ts'
import { takeProposal } from '../answering.ts'
import { linesDigest, linesFor, paperSubject } from '../by-post.ts'
import { reasonText, uuid } from '../contract.ts'
import { whyNotAnswerable } from '../negotiation.ts'
import { getProposal, proposalsOf, stillStands, updateProposal } from '../proposals.ts'
import { getItem, getPlan, holdPlan, type PlanRow } from '../store.ts'

/** A line is accepted, or sent back with the reason that the paper gives. */
const answer = z.strictObject({ proposalId: uuid, version: z.int(), returned: reasonText.nullable() })

/** Writes down how a party by post answers, by its paper, the lines that were sent to it. */
export const recordPaperAnswers = command({
  name: 'plans.record-paper-answers',
  permission: RECORD,
  input: z.strictObject({ planId: uuid, ...paperFields, answers: z.array(answer).min(1, 'field.empty').max(200) }),
  run: async (context, { planId, answers, ...fields }) => {
    const { tx } = context
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    await recordPaper(context, paperSubject(plan), fields, { act: 'answer' })
    if (linesDigest(linesFor(await proposalsOf(tx, planId), fields.bodyId)) !== fields.digest)
      throw new Refusal('post.content-moved')
    for (const one of answers) await answerLine(context, plan, fields, one)
    const detail = { ...paperAudit(fields), answered: answers.map(one => one.proposalId) }
    return {
      result: { planId, answered: answers.length },
      audit: { kind: 'plan', id: planId, programme: plan.programmeId, detail },
    }
  },
})

async function answerLine(
  context: CommandContext,
  plan: PlanRow,
  { bodyId, actId }: PaperFields,
  { proposalId, version, returned }: z.output<typeof answer>,
): Promise<void> {
  const { tx, now, today } = context
  const proposal = await getProposal(tx, proposalId)
  if (proposal.planId !== plan.id) throw new Refusal('not-found', { what: 'plan-proposal' })
  refuseIf(whyNotAnswerable(bodyId, proposal))
  if (returned !== null) {
    const back = { state: 'returned', answer: returned, answered_by: bodyId, closed_at: now } as const
    return void (await updateProposal(tx, { proposalId, version }, back))
  }
  const item = proposal.itemId ? await getItem(tx, proposal.itemId) : null
  if (!stillStands(proposal, item)) throw new Refusal('plans.item-changed', { number: item?.position ?? '' })
  const by = { bodyId, accountId: null, on: today, paperActId: actId }
  await takeProposal(context, plan, { ...proposal, version }, by)
}
