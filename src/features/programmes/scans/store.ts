import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { ScannedPage } from '../../../formats/scan/open-scan.ts'

/** A scan that is still to be read; `path` of its bytes is known to the file store by `sha256`. */
export type ScanToRead = { fileId: string; sha256: string; pages: number; done: number[] }

/** The scan of a draft that is being read and was not stopped; null otherwise. */
export async function findScanToRead(db: ReadDb, draftId: string): Promise<ScanToRead | null> {
  const row = await db
    .selectFrom('import_draft')
    .innerJoin('file', 'file.id', 'import_draft.file_id')
    .select(['file.id as fileId', 'sha256', 'scan_pages as pages'])
    .where('import_draft.id', '=', draftId)
    .where('state', '=', 'reading')
    .where('scan_stopped', '=', false)
    .executeTakeFirst()
  if (!row?.pages) return null
  const done = await db.selectFrom('scan_page').select('number').where('file_id', '=', row.fileId).execute()
  return { ...row, pages: row.pages, done: done.map(page => page.number) }
}

/** Every page of a scan that was read, in order. */
export async function pagesOfScan(db: ReadDb, fileId: string): Promise<ScannedPage[]> {
  const rows = await db
    .selectFrom('scan_page')
    .select(['number', 'width', 'height', 'words'])
    .where('file_id', '=', fileId)
    .orderBy('number')
    .execute()
  return rows.map(row => ({ ...row, words: row.words as ScannedPage['words'] }))
}

/** Keeps a page that was read; one that is there already stays. Returns how many there are. */
export async function keepPage(tx: Tx, fileId: string, { words, ...page }: ScannedPage, now: Date): Promise<number> {
  await tx
    .insertInto('scan_page')
    .values({ file_id: fileId, ...page, words: JSON.stringify(words), read_at: now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const kept = await tx.selectFrom('scan_page').select('number').where('file_id', '=', fileId).execute()
  return kept.length
}
