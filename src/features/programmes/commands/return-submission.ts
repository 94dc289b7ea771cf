import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { newId } from '../../../kernel/ids.ts'
import { clearers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { unitsHeadedBy } from '../../agencies/index.ts'
import { decideClearance, getClearance, whyNotReturn } from '../clearances.ts'
import { instructionDay, instructionText } from '../clearing.ts'
import { giveInstruction, whyNotBy } from '../instructions.ts'

/** The head of the unit or a leader hands back what was submitted, with an instruction (ý kiến chỉ đạo) and, where wanted, its day. */
export const returnSubmission = command({
  name: 'programmes.return-submission',
  permission: { roles: clearers, reach: 'own' },
  input: z.strictObject({
    clearanceId: z.guid(),
    version: z.int(),
    instruction: instructionText,
    dueOn: instructionDay,
  }),
  run: async (context, { clearanceId, version, instruction, dueOn }) => {
    const { tx, acting, today } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const clearance = await getClearance(tx, clearanceId)
    refuseIf(whyNotReturn(acting, { clearance, headed: await unitsHeadedBy(tx, acting, today) }))
    refuseIf(whyNotBy(dueOn, today))
    await decideClearance(context, { clearanceId, version }, { state: 'returned', due_on: dueOn })
    await giveInstruction(context, clearance, { id: newId(), words: instruction, dueOn })
    const detail = { returned: true, kind: clearance.kind, subject: clearance.subjectId }
    return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
  },
})
