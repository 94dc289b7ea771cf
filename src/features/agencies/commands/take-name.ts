import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { takeNameOf } from '../body-store.ts'
import { uuid } from '../contract.ts'

/** Sent by the clock: a name that was entered ahead holds from its day on. */
export const takeName = command({
  name: 'agencies.take-name',
  permission: 'system',
  input: z.strictObject({ bodyId: uuid }),
  run: async ({ tx, today }, { bodyId }) => {
    const changed = await takeNameOf(tx, bodyId, today)
    return { result: { changed }, audit: { kind: 'body', id: bodyId, detail: { changed } } }
  },
})
