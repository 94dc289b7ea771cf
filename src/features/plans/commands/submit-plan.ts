import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { isWaiting, submit, whyNotSubmit } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { standingOf } from '../negotiating.ts'
import { WORK } from '../rules.ts'
import { getPlan, holdPlan } from '../store.ts'

/** Lays before the own head of unit and leader what is to go out: the private plan, the unsent lines, or the shared plan to agree to. */
export const submitPlan = command({
  name: 'plans.submit-plan',
  permission: WORK,
  input: z.strictObject({ clearanceId: uuid, planId: uuid }),
  run: async (context, { clearanceId, planId }) => {
    const { tx, acting } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    const { outgoing, clearances } = await standingOf(tx, acting, plan)
    const submitted = clearances.some(one => isWaiting(one) && one.digest === outgoing?.digest)
    refuseIf(whyNotSubmit(acting, { outgoing: outgoing !== null, submitted }))
    const subject = { kind: 'plan' as const, id: planId, programmeId: plan.programmeId }
    const id = await submit(context, acting, { clearanceId, subject, outgoing: outgoing! })
    return {
      result: { clearanceId: id },
      audit: { kind: 'clearance', id, programme: plan.programmeId, detail: { plan: planId, step: outgoing!.step } },
    }
  },
})
