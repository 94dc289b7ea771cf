import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { carryOver } from '../carry-over.ts'
import { carryFields, uuid } from '../contract.ts'
import { whyNotPropose } from '../negotiation.ts'
import { WORK, whyNotChange } from '../rules.ts'
import { getPlan, holdPlan } from '../store.ts'

/** Goes on with unfinished items of the earlier year: in the own side's draft at once, in a shared plan as proposals not yet sent. */
export const carryItems = command({
  name: 'plans.carry-items',
  permission: WORK,
  input: z.strictObject({ planId: uuid, ...carryFields }),
  run: async (context, { planId, ...carry }) => {
    const { tx, acting } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    refuseIf(plan.state === 'private' ? whyNotChange(acting, plan) : whyNotPropose(acting, plan))
    await carryOver(context, plan, carry)
    const detail = { carried: carry.items.map(item => item.from), reason: carry.reason }
    return {
      result: { planId, carried: carry.items.length, proposed: plan.state !== 'private' },
      audit: { kind: 'plan', id: planId, programme: plan.programmeId, detail },
    }
  },
})
