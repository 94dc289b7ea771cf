import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getPaperAct, postalParty, RECORD, whyNotPost, whyNotWithdraw } from '../../programmes/index.ts'
import { proposedLine, reasonText, uuid } from '../contract.ts'
import { whyNotUnderWay } from '../negotiation.ts'
import { checkItem, checkLine, insertProposal, isProposedBy } from '../proposals.ts'
import { getSeenItem, holdPlan } from '../store.ts'

/** Types one line in from the paper of a party by post. It is that party's proposal, marked with its paper, and waits for our answer. */
export const typePaperLine = command({
  name: 'plans.type-paper-line',
  permission: RECORD,
  input: z.strictObject({
    proposalId: uuid,
    actId: uuid,
    /** The item it is about, in the version that was seen; null where a line is added. */
    item: z.strictObject({ itemId: uuid, version: z.int() }).nullable(),
    line: proposedLine,
    reason: reasonText,
  }),
  run: async (context, { proposalId, actId, item: seen, line, reason }) => {
    const { tx, acting } = context
    const act = await getPaperAct(tx, actId)
    refuseIf(whyNotWithdraw(acting, { ...act, contested: act.contested !== null }))
    if (act.act !== 'counter') throw new Refusal('not-found', { what: 'paper-act' })
    refuseIf(whyNotPost(acting, await postalParty(tx, act.programmeId, act.bodyId)))
    const plan = await holdPlan(tx, act.subjectId)
    refuseIf(whyNotUnderWay(plan))
    if ((line.kind === 'add') !== (seen === null)) throw new Refusal('bad-input', { where: 'item' })
    await checkLine(tx, plan, line)
    const item = seen && (await getSeenItem(tx, plan.id, seen))
    if (item) await checkItem(tx, line.kind, item, await isProposedBy(tx, act.bodyId, item))
    const onPaper = { bodyId: act.bodyId, paperActId: actId }
    await insertProposal(context, plan, { id: proposalId, line, reason, item }, { onPaper })
    const detail = { onBehalf: act.bodyId, paper: { actId, ...act.paper }, line: line.kind, item: item?.id ?? null }
    return {
      result: { proposalId, version: 1 },
      audit: { kind: 'plan-proposal', id: proposalId, programme: plan.programmeId, detail },
    }
  },
})
