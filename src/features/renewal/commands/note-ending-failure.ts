import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { uuid } from '../../agencies/index.ts'

/** Sent by the clock: why the agreed end of a programme could not be carried out; it is tried again. */
export const noteEndingFailure = command({
  name: 'renewal.note-ending-failure',
  permission: 'system',
  input: z.strictObject({ endingId: uuid, code: z.string().max(100) }),
  run: async ({ tx }, { endingId, code }) => {
    await tx
      .updateTable('programme_ending')
      .set({ failure: code })
      .where('id', '=', endingId)
      .where('state', '=', 'agreed')
      .execute()
    return { result: { code }, audit: { kind: 'programme-ending', id: endingId, detail: { code } } }
  },
})
