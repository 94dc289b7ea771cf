import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { uuid, version } from '../../../kernel/fields.ts'

/** What became of a letter by mail. */
export const noteMailed = command({
  name: 'papers.note-mailed',
  permission: 'system',
  input: z.strictObject({ dispatchId: uuid, version, fate: z.enum(['sent', 'not-sent', 'unknown']) }),
  run: async ({ tx }, { dispatchId, version: seen, fate }) => {
    await changeRow(tx, 'dispatch', { id: dispatchId, version: seen }, { fate })
    return { result: { dispatchId }, audit: { kind: 'dispatch', id: dispatchId, detail: { fate } } }
  },
})
