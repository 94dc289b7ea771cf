import type { JobGround } from '../../../engine/feature.ts'
import type { Job } from '../../../engine/jobs.ts'
import { createPool, type Pool } from '../../../engine/workers/pool.ts'
import type { ScannedPage } from '../../../formats/scan/open-scan.ts'
import { answerReading, unlessGone } from '../answer-reading.ts'
import type { Read } from '../reading-worker.ts'
import type { ScanTask } from './scan-worker.ts'
import { findScanToRead, pagesOfScan } from './store.ts'

const MEMORY_MB = 1000
/** A page takes five seconds; on a busy machine, and where its picture is large, many times that. */
const PAGE_MS = 3 * 60_000

let pool: Pool | null = null

/** One page at a time, in a process of its own: pictures and the reader of letters take some hundred megabytes. */
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

/**
 * Reads the pages of a scan that are still missing, then the programme out of their text. Each page is kept as soon as it is
 * read: stopped by a person or by a restart, it goes on where it was.
 */
export const readScanJob = (ground: JobGround): Job => ({
  name: 'programmes.read-scan',
  minutes: 300,
  unfinished: () =>
    ground.read(async db => {
      const open = db.selectFrom('import_draft').select('id').where('state', '=', 'reading').where('scan_stopped', '=', false)
      return (await open.where('scan_pages', 'is not', null).execute()).map(row => ({ draftId: row.id }))
    }),
  run: async (data, signal) => {
    const { draftId } = data as { draftId: string }
    await answerReading(ground, draftId, () => readOn(ground, draftId, signal))
  },
})

async function readOn(ground: JobGround, draftId: string, signal: AbortSignal): Promise<Read | null> {
  for (;;) {
    const scan = await ground.read(db => findScanToRead(db, draftId))
    if (!scan) return null
    const number = missing(scan.pages, scan.done)
    if (number === null) return ask({ work: 'text', pages: await ground.read(db => pagesOfScan(db, scan.fileId)) }, signal)
    const page = await ask<ScannedPage>({ work: 'page', path: ground.files.pathOf(scan.sha256), number }, signal)
    await unlessGone(ground.run('programmes.keep-scan-page', { draftId, page }))
  }
}

function missing(pages: number, done: readonly number[]): number | null {
  for (let number = 1; number <= pages; number++) if (!done.includes(number)) return number
  return null
}
