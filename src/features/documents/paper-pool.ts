import { createPool, type Pool } from '../../engine/workers/pool.ts'
import type { Paper } from './contract.ts'
import type { PaperTask } from './paper-worker.ts'
import type { Art } from './signature-art.ts'

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
export const renderInPool = (format: 'pdf' | 'docx', paper: Paper): Promise<Uint8Array> =>
  papers().run<Uint8Array>({ format, paper, createdAt: new Date() } satisfies PaperTask)

/** What a signature shows, as a PDF of one page of just its size. */
export const renderArt = (art: Art, picture: Uint8Array | null): Promise<Uint8Array> =>
  papers().run<Uint8Array>({ format: 'art', art, picture } satisfies PaperTask)
