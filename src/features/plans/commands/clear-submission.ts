import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { decideClearance, getClearance } from '../clearances.ts'
import { uuid } from '../contract.ts'
import { standingOf } from '../negotiating.ts'
import { whyNotDecide } from '../negotiation.ts'
import { AGREE } from '../rules.ts'
import { holdPlan } from '../store.ts'

/** A leader clears what was submitted, as it was submitted: an officer may now send it. Agreeing stays the leader's own act. */
export const clearSubmission = command({
  name: 'plans.clear-submission',
  permission: AGREE,
  input: z.strictObject({ clearanceId: uuid, version: z.int() }),
  run: async (context, { clearanceId, version }) => {
    const { tx, acting } = context
    const clearance = await getClearance(tx, clearanceId)
    refuseIf(whyNotDecide(acting, clearance))
    const { outgoing } = await standingOf(tx, acting, await holdPlan(tx, clearance.planId))
    if (outgoing?.digest !== clearance.digest) throw new Refusal('changed-meanwhile')
    await decideClearance(context, { clearanceId, version }, { state: 'cleared' })
    const detail = { cleared: true, plan: clearance.planId }
    return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
  },
})
