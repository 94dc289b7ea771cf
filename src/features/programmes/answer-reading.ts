import type { JobGround } from '../../engine/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { FAILURES, type Failure } from './commands/fail-reading.ts'
import type { Read } from './reading-worker.ts'

/** What a reader has found is laid open for review, or why it found nothing is noted; null: somebody else goes on. */
export async function answerReading(ground: JobGround, draftId: string, reading: () => Promise<Read | null>): Promise<void> {
  const outcome = await reading().catch(failureOf)
  if (outcome === null) return
  const failure = isFailure(outcome) ? outcome : await finish(ground, draftId, outcome)
  if (failure) await refuse(ground, draftId, failure)
}

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

export const isFailure = (code: unknown): code is Failure => FAILURES.some(known => known === code)

// A reading that PostgreSQL has no room for: https://www.postgresql.org/docs/current/errcodes-appendix.html
const NO_ROOM = '54000'

/** The reason to show; throws on where the fault is not the file's, so that the job is tried again. */
export function failureOf(error: unknown): Failure {
  const { name, code, reason, errno } = error as { name?: string; code?: unknown; reason?: string; errno?: unknown }
  if (name === 'Unreadable' && isFailure(code)) return code
  // Stack or string overflown.
  if (name === 'RangeError') return 'too-heavy'
  if (name === 'WorkerFailure' && (reason === 'timeout' || reason === 'crash')) return 'too-heavy'
  if (name === 'WorkerFailure' || (errno !== undefined && code !== 'ENOENT')) throw error
  // The reader stumbled, or the bytes are gone: it would again, and who waits must be told.
  console.error('reading a draft:', error)
  return 'corrupt'
}

/** A draft put aside while it was being read takes no answer any more. */
export async function unlessGone(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error
  })
}
