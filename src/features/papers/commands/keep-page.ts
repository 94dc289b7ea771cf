import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import type { ScannedPage } from '../../../formats/scan/open-scan.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { keepPage } from '../../programmes/index.ts'
import { findScan } from '../reading/store.ts'

/** Keeps the words of one page of a scan that came in. Only the reader's job sends it, with what our own code has read. */
export const keepReadPage = command({
  name: 'papers.keep-page',
  permission: 'system',
  input: z.strictObject({
    readingId: z.guid(),
    page: z.custom<ScannedPage>(value => typeof value === 'object' && value !== null && 'words' in value),
  }),
  run: async ({ tx, now }, { readingId, page }) => {
    const scan = await findScan(tx, readingId)
    if (!scan) throw new Refusal('changed-meanwhile')
    await keepPage(tx, scan.fileId, page, now)
    return { result: null, audit: { kind: 'reading', id: readingId, detail: { page: page.number, words: page.words.length } } }
  },
})
