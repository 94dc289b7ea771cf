import { rm } from 'node:fs/promises'
import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { createPool, type Pool } from '../../engine/workers/pool.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { FAILURES, type Failure } from './commands/fail-reading.ts'
import type { Read, ReadingProgress, ReadingTask } from './reading-worker.ts'

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

export const programmeJobs = (ground: JobGround): Job[] => [readDraft(ground), removeBytes(ground)]

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
      return (await unread.where('machine', 'is', null).execute()).map(row => ({ draftId: row.id }))
    }),
  run: async (data, signal) => {
    const { draftId } = data as { draftId: string }
    const task = await findTask(ground, draftId)
    if (!task) return
    const outcome = await readers()
      .run<Read>(task, { signal, onProgress: paced(ground, draftId) })
      .catch(failureOf)
    const failure = isFailure(outcome) ? outcome : await finish(ground, draftId, outcome)
    if (failure) await refuse(ground, draftId, failure)
  },
})

async function finish(ground: JobGround, draftId: string, read: Read): Promise<Failure | null> {
  try {
    await unlessGone(ground.run('programmes.finish-reading', { draftId, ...read }))
    return null
  } catch (error) {
    if ((error as { code?: unknown }).code === NO_ROOM) return 'too-heavy'
    throw error
  }
}

async function refuse(ground: JobGround, draftId: string, code: Failure): Promise<void> {
  const note = () => ground.run('programmes.fail-reading', { draftId, code })
  // Once more, where it was put aside at this very moment.
  await unlessGone(note().catch(note))
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

const isFailure = (code: unknown): code is Failure => FAILURES.some(known => known === code)

// A reading that PostgreSQL has no room for: https://www.postgresql.org/docs/current/errcodes-appendix.html
const NO_ROOM = '54000'

/** The reason to show; throws on where the fault is not the file's, so that the job is tried again. */
function failureOf(error: unknown): Failure {
  const { name, code, reason, errno } = error as { name?: string; code?: unknown; reason?: string; errno?: unknown }
  if (name === 'Unreadable' && isFailure(code)) return code
  // Stack or string overflown.
  if (name === 'RangeError') return 'too-heavy'
  if (name === 'WorkerFailure' && (reason === 'timeout' || reason === 'crash')) return 'too-heavy'
  if (name === 'WorkerFailure' || (errno !== undefined && code !== 'ENOENT')) throw error
  // The reader stumbled, or the bytes are gone: it would again, and who waits must be told.
  console.error('programmes.read-draft:', error)
  return 'corrupt'
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
