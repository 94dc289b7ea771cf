import { rm } from 'node:fs/promises'
import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { createPool, type Pool } from '../../engine/workers/pool.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { FAILURES, type Failure } from './commands/fail-reading.ts'
import type { Read, ReadingProgress, ReadingTask } from './reading-worker.ts'

const AT_ONCE = 2
const READING_MS = 3 * 60_000
const PROGRESS_MS = 1000

let pool: Pool | null = null

/** Files are read in threads of their own: one that eats time or memory takes nobody with it. */
const readers = (): Pool =>
  (pool ??= createPool(new URL('./reading-worker.ts', import.meta.url), {
    size: AT_ONCE,
    memoryMb: 400,
    timeoutMs: READING_MS,
    tasksPerWorker: 50,
  }))

export const programmeJobs = (ground: JobGround): Job[] => [readDraft(ground), removeBytes(ground)]

/** Reads an uploaded file. Runs again where the server died in between; a draft that is no longer waiting is left alone. */
const readDraft = (ground: JobGround): Job => ({
  name: 'programmes.read-draft',
  atOnce: AT_ONCE,
  minutes: 5,
  run: async (data, signal) => {
    const { draftId } = data as { draftId: string }
    const task = await findTask(ground, draftId)
    if (!task) return
    try {
      const read = await readers().run<Read>(task, { signal, onProgress: paced(ground, draftId) })
      await unlessGone(ground.run('programmes.finish-reading', { draftId, ...read }))
    } catch (error) {
      const code = failureOf(error)
      if (!code) throw error
      await unlessGone(ground.run('programmes.fail-reading', { draftId, code }))
    }
  },
})

async function findTask(ground: JobGround, draftId: string): Promise<ReadingTask | null> {
  const row = await ground.read(db =>
    db
      .selectFrom('import_draft')
      .innerJoin('file', 'file.id', 'import_draft.file_id')
      .select(['sha256', 'name'])
      .where('import_draft.id', '=', draftId)
      .where('state', '=', 'reading')
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

const isFailure = (code: unknown): code is Failure => FAILURES.some(known => known === code)

/** The reason to show; null where the fault is not the file's, so that the job is tried again. */
function failureOf(error: unknown): Failure | null {
  const { name, code, reason } = error as { name?: string; code?: unknown; reason?: string }
  if (name === 'Unreadable' && isFailure(code)) return code
  return name === 'WorkerFailure' && (reason === 'timeout' || reason === 'crash') ? 'too-heavy' : null
}

/** A draft put aside while it was being read takes no answer any more. */
async function unlessGone(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error
  })
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
