import { createPool, type Pool } from '../../engine/workers/pool.ts'
import type { Paper } from './contract.ts'
import type { PaperTask } from './paper-worker.ts'

let pool: Pool | null = null

/** Renderings take turns in one process, ended when idle: a paper takes a tenth of a second, a process a hundred megabytes. */
const papers = (): Pool =>
  (pool ??= createPool(new URL('./paper-worker.ts', import.meta.url), {
    size: 1,
    memoryMb: 256,
    timeoutMs: 60_000,
    idleMs: 120_000,
    tasksPerWorker: 200,
  }))

/** Renders in a process of the pool. */
export function renderInPool(format: PaperTask['format'], paper: Paper): Promise<Uint8Array> {
  const task: PaperTask = { format, paper, createdAt: new Date() }
  return papers().run<Uint8Array>(task)
}
