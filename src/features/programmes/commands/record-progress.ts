import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'

/** How far the reader has come; told by the job so that whoever comes back sees it. */
export const recordProgress = command({
  name: 'programmes.record-progress',
  permission: 'system',
  input: z.strictObject({ draftId: z.guid(), done: z.int().min(0), total: z.int().min(0) }),
  run: async ({ tx }, { draftId, done, total }) => {
    const row = await tx
      .updateTable('import_draft')
      .set({ progress_done: done, progress_total: total })
      .where('id', '=', draftId)
      .where('state', '=', 'reading')
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Refusal('changed-meanwhile')
    return { result: null, audit: { kind: 'import', id: draftId, detail: { done, total } } }
  },
})
