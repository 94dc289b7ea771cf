import { createPool, type Pool } from '../../../engine/workers/pool.ts'
import type { TrustList } from '../../../formats/pades/trust.ts'
import type { Judgement } from '../../../formats/pades/verdict.ts'
import type { VerifyTask } from './verify-worker.ts'

let pool: Pool | null = null

/** Files come from anybody: each is judged in a process apart, which is ended where it takes too long or too much. */
const verifiers = (): Pool =>
  (pool ??= createPool(new URL('./verify-worker.ts', import.meta.url), {
    size: 1,
    memoryMb: 1024,
    timeoutMs: 30_000,
    idleMs: 60_000,
    tasksPerWorker: 100,
  }))

/** @throws Unreadable where the bytes are no PDF to be judged; WorkerFailure where judging them took too long or too much */
export function verifyPdf(bytes: Uint8Array, list: TrustList, local = false): Promise<Judgement> {
  const task: VerifyTask = { bytes, list, local }
  return verifiers().run<Judgement>(task)
}
