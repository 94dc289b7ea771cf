import { createPool, type Pool } from '../../engine/workers/pool.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { PdfTask } from './pdf-worker.ts'

let pool: Pool | null = null

/** Files come from anybody: each is opened in a process apart, which is ended where it takes too long or too much. */
const desk = (): Pool =>
  (pool ??= createPool(new URL('./pdf-worker.ts', import.meta.url), {
    size: 1,
    memoryMb: 1024,
    timeoutMs: 30_000,
    idleMs: 60_000,
    tasksPerWorker: 100,
  }))

/** What the worker answers. Refuses 'file.…' where the file cannot be opened or bears a mark of secrecy. */
async function ask<T>(task: PdfTask): Promise<T> {
  try {
    return await desk().run<T>(task)
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string }
    if (name === 'Unreadable') throw new Refusal(`file.${code}`)
    if (name === 'Damaged') throw new Refusal('file.corrupt')
    if (name === 'WorkerFailure') throw new Refusal('file.too-heavy')
    throw error
  }
}

/** How many pages a PDF has; one that was handed in is refused where it bears a mark of secrecy. */
export const lookAt = (bytes: Uint8Array, handed: boolean): Promise<{ pages: number }> => ask({ work: 'look', bytes, handed })
