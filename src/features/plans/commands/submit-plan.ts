import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { standingOf } from '../negotiating.ts'
import { whyNotSubmit } from '../negotiation.ts'
import { WORK } from '../rules.ts'
import { getPlan, holdPlan } from '../store.ts'

/** Lays before the own leader what is to go out: the private plan, the unsent lines, or the shared plan to agree to. */
export const submitPlan = command({
  name: 'plans.submit-plan',
  permission: WORK,
  input: z.strictObject({ clearanceId: uuid, planId: uuid }),
  run: async ({ tx, acting, now }, { clearanceId, planId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    const { outgoing, clearances } = await standingOf(tx, acting, plan)
    const waiting = clearances.find(one => one.state === 'submitted')
    refuseIf(whyNotSubmit(acting, { outgoing: outgoing !== null, submitted: waiting?.digest === outgoing?.digest }))
    const submitted = { ...outgoing!, submitted_by: acting.accountId, submitted_at: now }
    // A changed content takes the place of the one that still waits.
    if (waiting)
      await tx
        .updateTable('clearance')
        .set(row => ({ ...submitted, version: row('version', '+', 1) }))
        .where('id', '=', waiting.id)
        .execute()
    else
      await tx
        .insertInto('clearance')
        .values({
          id: clearanceId,
          body_id: acting.bodyId,
          programme_id: plan.programmeId,
          subject_kind: 'plan',
          subject_id: planId,
          ...submitted,
        })
        .execute()
    const id = waiting?.id ?? clearanceId
    return {
      result: { clearanceId: id },
      audit: { kind: 'clearance', id, programme: plan.programmeId, detail: { plan: planId, step: outgoing!.step } },
    }
  },
})
