import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { layBefore } from '../../programmes/index.ts'
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
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    const { outgoing } = await standingOf(tx, acting, plan)
    const subject = { kind: 'plan' as const, id: planId, programmeId: plan.programmeId }
    return layBefore(context, clearanceId, { subject, outgoing })
  },
})
