import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getInstruction } from '../../programmes/index.ts'
import { WORK, whyNotSettle } from '../rules.ts'

/** Says that an instruction is carried out. */
export const settleInstruction = command({
  name: 'instructions.settle-instruction',
  permission: WORK,
  input: z.strictObject({ instructionId: z.guid(), version: z.int() }),
  run: async ({ tx, acting, now }, { instructionId: id, version }) => {
    const found = await getInstruction(tx, id)
    refuseIf(whyNotSettle(acting, found))
    const done = { done_by: personOf(acting).accountId, done_at: now }
    const result = await changeRow(tx, 'instruction', { id, version }, done)
    return { result, audit: { kind: 'instruction', id, programme: found.programmeId, detail: { done: true } } }
  },
})
