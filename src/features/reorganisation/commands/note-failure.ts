import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { uuid } from '../../agencies/index.ts'

/** Sent by the clock: why an agreed event could not be applied on its day; it is tried again. */
export const noteFailure = command({
  name: 'reorganisation.note-failure',
  permission: 'system',
  input: z.strictObject({ reorganisationId: uuid, code: z.string().max(100) }),
  run: async ({ tx }, { reorganisationId, code }) => {
    await tx
      .updateTable('reorganisation')
      .set({ failure: code })
      .where('id', '=', reorganisationId)
      .where('state', '=', 'agreed')
      .execute()
    return { result: { code }, audit: { kind: 'reorganisation', id: reorganisationId, detail: { code } } }
  },
})
