import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'

/** The file turned out to be pictures of its pages: they are read one by one from now on. */
export const beginScan = command({
  name: 'programmes.begin-scan',
  permission: 'system',
  input: z.strictObject({ draftId: z.guid(), pages: z.int().min(1) }),
  run: async ({ tx, enqueue }, { draftId, pages }) => {
    const row = await tx
      .updateTable('import_draft')
      .set({ scan_pages: pages, progress_done: 0, progress_total: pages })
      .where('id', '=', draftId)
      .where('state', '=', 'reading')
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Refusal('changed-meanwhile')
    await enqueue('programmes.read-scan', { draftId })
    return { result: null, audit: { kind: 'import', id: draftId, detail: { pages } } }
  },
})
