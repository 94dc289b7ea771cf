import type { Json, ReadDb } from '../../../engine/db/database.ts'
import type { JobGround } from '../../../engine/feature.ts'
import { createPool, type Pool } from '../../../engine/workers/pool.ts'
import type { ScannedPage } from '../../../formats/scan/open-scan.ts'
import type { Read } from '../reading-worker.ts'
import type { Opened, PlainText, ScanTask } from './scan-worker.ts'
import { pagesOfScan, type ScanToRead } from './store.ts'

const MEMORY_MB = 1000
/** A page takes five seconds; on a busy machine, and where its picture is large, many times that. */
const PAGE_MS = 3 * 60_000

let pool: Pool | null = null

/** One page at a time on the whole site, in a process of its own: pictures and the reader of letters take some hundred megabytes. */
const scanners = (): Pool =>
  (pool ??= createPool(new URL('./scan-worker.ts', import.meta.url), {
    size: 1,
    memoryMb: MEMORY_MB,
    timeoutMs: PAGE_MS,
    tasksPerWorker: 50,
  }))

const ask = <T>(task: ScanTask, signal: AbortSignal): Promise<T> => scanners().run<T>(task, { signal })

/** How many pages a scan has. */
export const countPages = (path: string, signal: AbortSignal): Promise<{ pages: number }> => ask({ work: 'count', path }, signal)

/** The words of a file that has some, or how many pictures of pages there are to be read. @throws Unreadable */
export const openPaper = (file: { path: string; name: string }, signal: AbortSignal): Promise<Opened> =>
  ask({ work: 'open', ...file }, signal)

/** The programme that stands on pages. */
export const readProgrammeOf = (pages: ScannedPage[], signal: AbortSignal): Promise<Read> => ask({ work: 'text', pages }, signal)

/** The words that stand on pages. */
export const plainTextOf = (pages: ScannedPage[], signal: AbortSignal): Promise<PlainText> =>
  ask({ work: 'plain', pages }, signal)

/** `look` finds the scan as it stands; null where it was stopped or is gone. */
type Reading = {
  look: (db: ReadDb) => Promise<ScanToRead | null>
  keep: (page: Json & ScannedPage) => Promise<unknown>
  signal: AbortSignal
}

/** Reads the pages of a scan that are still missing and hands out all of them; null where somebody stops it meanwhile. */
export async function readPages({ read, files }: JobGround, { look, keep, signal }: Reading): Promise<ScannedPage[] | null> {
  for (;;) {
    const scan = await read(look)
    if (!scan) return null
    const number = missing(scan.pages, scan.done)
    if (number === null) return read(db => pagesOfScan(db, scan.fileId))
    await keep(await ask<Json & ScannedPage>({ work: 'page', path: files.pathOf(scan.sha256), number }, signal))
  }
}

function missing(pages: number, done: readonly number[]): number | null {
  for (let number = 1; number <= pages; number++) if (!done.includes(number)) return number
  return null
}
