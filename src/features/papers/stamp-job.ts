import { z } from 'zod'
import type { ReadDb } from '../../engine/db/database.ts'
import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { createPool, type Pool } from '../../engine/workers/pool.ts'
import { bytesOf, storeMade } from './keep-copy.ts'
import type { StampTask } from './stamp-worker.ts'
import { copiesOf, latestOf } from './store.ts'

export const STAMP_JOB = 'papers.stamp'
const stamped = z.strictObject({ paperId: z.guid() })

let pool: Pool | null = null
/** Apart from the desk where people sign: a server may take minutes. */
const desk = (): Pool =>
  (pool ??= createPool(new URL('./stamp-worker.ts', import.meta.url), {
    size: 1,
    memoryMb: 512,
    timeoutMs: 200_000,
    idleMs: 30_000,
    tasksPerWorker: 100,
  }))

/** Issued papers whose last file bears seals and no stamp over them. */
async function unstamped(db: ReadDb): Promise<{ paperId: string }[]> {
  const rows = await db
    .selectFrom('paper')
    .innerJoin('paper_copy as copy', 'copy.paper_id', 'paper.id')
    .select(['paper.id as paperId', 'copy.kind'])
    .distinctOn('paper.id')
    .where('paper.state', '=', 'issued')
    .where('copy.kind', '<>', 'scan')
    .orderBy('paper.id')
    .orderBy('copy.serial', 'desc')
    .execute()
  return rows.filter(({ kind }) => kind === 'sealed').map(({ paperId }) => ({ paperId }))
}

/** Asks the time-stamp server, where one is set, for its stamp over an issued paper; a server that does not answer is asked again later. */
export const stampPapers = (ground: JobGround): Job => ({
  name: STAMP_JOB,
  retries: 8,
  // A server that was silent for longer is asked anew within the hour, as is one whose answer a restored backup has not seen.
  unfinished: async () => (ground.timestamps ? ground.read(unstamped) : []),
  run: async data => {
    const { paperId } = stamped.parse(data)
    if (!ground.timestamps) return
    const latest = await ground.read(async db => latestOf(await copiesOf(db, paperId)))
    // What was signed by hand alone has nothing to be stamped; what has its stamp needs no second.
    if (latest?.kind !== 'sealed') return
    const task: StampTask = { bytes: await bytesOf(ground.files, latest.sha256), address: ground.timestamps }
    const { sha256, size } = await storeMade(ground.files, await desk().run<Uint8Array>(task))
    await ground.run('papers.add-stamp', { paperId, before: latest.sha256, sha256, size })
  },
})
