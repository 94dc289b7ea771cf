import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import type { ScannedPage } from '../../../formats/scan/open-scan.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { keepPage } from '../scans/store.ts'

/** Keeps the text of one page of a scan. Only the reader's job sends it, with what our own code has read. */
export const keepScanPage = command({
  name: 'programmes.keep-scan-page',
  permission: 'system',
  input: z.strictObject({
    draftId: z.guid(),
    page: z.custom<ScannedPage>(value => typeof value === 'object' && value !== null && 'words' in value),
  }),
  run: async ({ tx, now }, { draftId, page }) => {
    const draft = await tx
      .selectFrom('import_draft')
      .select('file_id')
      .where('id', '=', draftId)
      .where('state', '=', 'reading')
      .executeTakeFirst()
    if (!draft?.file_id) throw new Refusal('changed-meanwhile')
    const done = await keepPage(tx, draft.file_id, page, now)
    await tx.updateTable('import_draft').set({ progress_done: done }).where('id', '=', draftId).execute()
    return { result: null, audit: { kind: 'import', id: draftId, detail: { page: page.number, words: page.words.length } } }
  },
})
