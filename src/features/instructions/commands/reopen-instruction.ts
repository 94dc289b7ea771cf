import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getInstruction } from '../../programmes/index.ts'
import { WORK, whyNotReopen } from '../rules.ts'

/** Puts an instruction back among what is to be done. */
export const reopenInstruction = command({
  name: 'instructions.reopen-instruction',
  permission: WORK,
  input: z.strictObject({ instructionId: z.guid(), version: z.int() }),
  run: async ({ tx, acting }, { instructionId: id, version }) => {
    const found = await getInstruction(tx, id)
    refuseIf(whyNotReopen(acting, found))
    const result = await changeRow(tx, 'instruction', { id, version }, { done_by: null, done_at: null })
    return { result, audit: { kind: 'instruction', id, programme: found.programmeId, detail: { done: false } } }
  },
})
