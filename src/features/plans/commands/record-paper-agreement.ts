import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { paperAudit, paperFields, RECORD, recordAgreement, recordPaper } from '../../programmes/index.ts'
import { fixPlan } from '../answering.ts'
import { paperSubject } from '../by-post.ts'
import { uuid } from '../contract.ts'
import { standingOf } from '../negotiating.ts'
import { whyNotAgreeable } from '../rules.ts'
import { agreementOn, getPlan, holdPlan } from '../store.ts'

/** Writes down that a party by post agrees, by its paper, to the plan as it was sent and still stands. */
export const recordPaperAgreement = command({
  name: 'plans.record-paper-agreement',
  permission: RECORD,
  input: z.strictObject({ planId: uuid, ...paperFields }),
  run: async (context, { planId, ...fields }) => {
    const { tx, acting } = context
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    await recordPaper(context, paperSubject(plan), fields, { act: 'agree' })
    const standing = await standingOf(tx, acting, plan)
    const agreedByUs = standing.agreements.some(one => one.bodyId === fields.bodyId)
    refuseIf(whyNotAgreeable({ ...standing, state: plan.state, agreedByUs }))
    if (standing.digest !== fields.digest) throw new Refusal('post.content-moved')
    const onPaper = { bodyId: fields.bodyId, paperActId: fields.actId }
    const { complete } = await recordAgreement(context, agreementOn(plan), fields.digest, onPaper)
    if (complete) await fixPlan(context, plan, fields.digest)
    const detail = { ...paperAudit(fields), agreed: true, digest: fields.digest, complete }
    return { result: { planId, complete }, audit: { kind: 'plan', id: planId, programme: plan.programmeId, detail } }
  },
})
