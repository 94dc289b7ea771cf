import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { clearers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getInstruction } from '../../programmes/index.ts'
import { whyNotTakeBack } from '../rules.ts'

/** Takes back what was just said by mistake, by whoever said it. */
export const takeBackInstruction = command({
  name: 'instructions.take-back-instruction',
  permission: { roles: clearers, reach: 'own' },
  input: z.strictObject({ instructionId: z.guid(), version: z.int() }),
  run: async ({ tx, acting, now }, { instructionId: id, version }) => {
    const found = await getInstruction(tx, id)
    refuseIf(whyNotTakeBack(acting, found))
    const result = await changeRow(tx, 'instruction', { id, version }, { taken_back_at: now })
    return { result, audit: { kind: 'instruction', id, programme: found.programmeId, detail: { takenBack: true } } }
  },
})
