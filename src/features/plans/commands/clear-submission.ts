import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { decideClearance, getClearance, whyNotDecide } from '../../programmes/index.ts'
import { instructionText, isoDate, uuid } from '../contract.ts'
import { standingOf } from '../negotiating.ts'
import { AGREE } from '../rules.ts'
import { holdPlan } from '../store.ts'

/** A leader clears what was submitted, as it was submitted, with an instruction where there is one: an officer or the clerk may now send it. Agreeing stays the leader's own act. */
export const clearSubmission = command({
  name: 'plans.clear-submission',
  permission: AGREE,
  input: z.strictObject({
    clearanceId: uuid,
    version: z.int(),
    instruction: instructionText.optional(),
    dueOn: isoDate.nullable().default(null),
  }),
  run: async (context, { clearanceId, version, instruction, dueOn }) => {
    const { tx, acting, today } = context
    const clearance = await getClearance(tx, clearanceId)
    refuseIf(whyNotDecide(acting, clearance))
    if (dueOn !== null && dueOn < today) throw new Refusal('clearance.day-gone')
    const { outgoing } = await standingOf(tx, acting, await holdPlan(tx, clearance.subjectId))
    if (outgoing?.digest !== clearance.digest) throw new Refusal('changed-meanwhile')
    await decideClearance(
      context,
      { clearanceId, version },
      { state: 'cleared', instruction: instruction ?? null, due_on: dueOn },
    )
    const detail = { cleared: true, plan: clearance.subjectId }
    return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
  },
})
