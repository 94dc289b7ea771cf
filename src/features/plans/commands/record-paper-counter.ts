import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { paperAudit, paperFields, RECORD, recordPaper } from '../../programmes/index.ts'
import { paperSubject } from '../by-post.ts'
import { uuid } from '../contract.ts'
import { whyNotUnderWay } from '../negotiation.ts'
import { getPlan, holdPlan } from '../store.ts'

/** Writes down that a party by post asks, by its paper, for other lines. They are typed in one by one. */
export const recordPaperCounter = command({
  name: 'plans.record-paper-counter',
  permission: RECORD,
  input: z.strictObject({ planId: uuid, ...paperFields }),
  run: async (context, { planId, ...fields }) => {
    await getPlan(context.tx, planId)
    const plan = await holdPlan(context.tx, planId)
    await recordPaper(context, paperSubject(plan), fields, { act: 'counter' })
    refuseIf(whyNotUnderWay(plan))
    const detail = { ...paperAudit(fields), countered: true }
    return { result: { actId: fields.actId }, audit: { kind: 'plan', id: planId, programme: plan.programmeId, detail } }
  },
})
