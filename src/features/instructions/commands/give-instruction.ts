import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { clearers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { unitsHeadedBy } from '../../agencies/index.ts'
import {
  getClearance,
  giveInstruction as give,
  instructionDay,
  instructionText,
  whyNotBy,
  whyNotInstruct,
} from '../../programmes/index.ts'

/** The head of the unit or a leader adds an instruction (ý kiến chỉ đạo) to what waits before them, and leaves it waiting. */
export const giveInstruction = command({
  name: 'instructions.give-instruction',
  permission: { roles: clearers, reach: 'own' },
  input: z.strictObject({ instructionId: z.guid(), clearanceId: z.guid(), words: instructionText, dueOn: instructionDay }),
  run: async (context, { instructionId, clearanceId, words, dueOn }) => {
    const { tx, acting, today } = context
    const clearance = await getClearance(tx, clearanceId)
    const headed = typeof acting === 'string' ? [] : await unitsHeadedBy(tx, acting, today)
    refuseIf(whyNotInstruct(acting, { clearance, headed }) ?? whyNotBy(dueOn, today))
    await give(context, clearance, { id: instructionId, words, dueOn })
    const detail = { kind: clearance.kind, subject: clearance.subjectId }
    return {
      result: { instructionId },
      audit: { kind: 'instruction', id: instructionId, programme: clearance.programmeId, detail },
    }
  },
})
