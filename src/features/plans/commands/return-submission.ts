import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { decideClearance, getClearance } from '../clearances.ts'
import { instructionText, isoDate, uuid } from '../contract.ts'
import { whyNotDecide } from '../negotiation.ts'
import { AGREE } from '../rules.ts'

/** A leader hands back what was submitted with an instruction (ý kiến chỉ đạo) and, where wanted, the day it is to be done by. */
export const returnSubmission = command({
  name: 'plans.return-submission',
  permission: AGREE,
  input: z.strictObject({ clearanceId: uuid, version: z.int(), instruction: instructionText, dueOn: isoDate.nullable() }),
  run: async (context, { clearanceId, version, instruction, dueOn }) => {
    const clearance = await getClearance(context.tx, clearanceId)
    refuseIf(whyNotDecide(context.acting, clearance))
    if (dueOn !== null && dueOn < context.today) throw new Refusal('plans.day-gone')
    await decideClearance(context, { clearanceId, version }, { state: 'returned', instruction, due_on: dueOn })
    const detail = { returned: true, plan: clearance.planId }
    return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
  },
})
