import { rm } from 'node:fs/promises'
import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { createPool, type Pool } from '../../engine/workers/pool.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { answerReading, unlessGone } from './answer-reading.ts'
import type { Read, ReadingProgress, ReadingTask } from './reading-worker.ts'
import { readScanJob } from './scans/job.ts'
import { countPages } from './scans/read-pages.ts'

const AT_ONCE = 2
// 50 MB of short lines take a little over 1 GB; a paper of 300 pages a tenth of that.
const MEMORY_MB = 1500
const READING_MS = 3 * 60_000
const PROGRESS_MS = 1000

let pool: Pool | null = null

/** Files are read in processes of their own: one that eats time or memory takes nobody with it. */
const readers = (): Pool =>
  (pool ??= createPool(new URL('./reading-worker.ts', import.meta.url), {
    size: AT_ONCE,
    memoryMb: MEMORY_MB,
    timeoutMs: READING_MS,
    tasksPerWorker: 50,
  }))

export const programmeJobs = (ground: JobGround): Job[] => [readDraft(ground), readScanJob(ground), removeBytes(ground)]

/**
 * Reads an uploaded file. Runs again where the server died in between; a draft that has been read is left alone. One put
 * aside unread is read too: if it is refused, its file must go.
 */
const readDraft = (ground: JobGround): Job => ({
  name: 'programmes.read-draft',
  atOnce: AT_ONCE,
  minutes: 5,
  unfinished: () =>
    ground.read(async db => {
      const unread = db.selectFrom('import_draft').select('id').where('state', '=', 'reading').where('failure', 'is', null)
      return (await unread.where('machine', 'is', null).where('scan_pages', 'is', null).execute()).map(row => ({
        draftId: row.id,
      }))
    }),
  run: async (data, signal) => {
    const { draftId } = data as { draftId: string }
    const task = await findTask(ground, draftId)
    if (!task) return
    await answerReading(ground, draftId, () =>
      readers()
        .run<Read>(task, { signal, onProgress: paced(ground, draftId) })
        .catch(error => handToScanner(ground, { draftId, path: task.path, error, signal })),
    )
  },
})

type Turned = { draftId: string; path: string; error: unknown; signal: AbortSignal }

/** A file whose pages are pictures is read page by page, by a job of its own. */
async function handToScanner(ground: JobGround, { draftId, path, error, signal }: Turned): Promise<null> {
  const { name, code } = error as { name?: string; code?: string }
  if (name !== 'Unreadable' || code !== 'scan') throw error
  const { pages } = await countPages(path, signal)
  await unlessGone(ground.run('programmes.begin-scan', { draftId, pages }))
  return null
}

async function findTask(ground: JobGround, draftId: string): Promise<ReadingTask | null> {
  const row = await ground.read(db =>
    db
      .selectFrom('import_draft')
      .innerJoin('file', 'file.id', 'import_draft.file_id')
      .select(['sha256', 'name'])
      .where('import_draft.id', '=', draftId)
      .where('state', 'in', ['reading', 'discarded'])
      .where('machine', 'is', null)
      .where('failure', 'is', null)
      .executeTakeFirst(),
  )
  return row ? { path: ground.files.pathOf(row.sha256), name: row.name } : null
}

/** Notes progress at most once a second; a note that comes too late is no failure. */
function paced(ground: JobGround, draftId: string): (progress: unknown) => void {
  let next = 0
  return progress => {
    if (Date.now() < next) return
    next = Date.now() + PROGRESS_MS
    const { done, total } = progress as ReadingProgress
    ground.run('programmes.record-progress', { draftId, done, total }).catch(error => {
      if (!(error instanceof Refusal)) console.error('programmes.record-progress:', error)
    })
  }
}

/** Takes the bytes of a refused file off the disk, unless somebody has handed in the same ones since. */
const removeBytes = (ground: JobGround): Job => ({
  name: 'programmes.remove-bytes',
  retries: 5,
  run: async data => {
    const { sha256 } = data as { sha256: string }
    const held = await ground.read(db => db.selectFrom('blob').select('sha256').where('sha256', '=', sha256).executeTakeFirst())
    if (!held) await rm(ground.files.pathOf(sha256), { force: true })
  },
})
