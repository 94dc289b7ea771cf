import { sql } from 'kysely'
import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Json, Tx } from './db/database.ts'

/** Work that a change leaves behind. `run` must bear being run twice: a process may die between work and note. */
export type Job = {
  name: string
  run: (data: Json, signal: AbortSignal) => Promise<void>
  retries?: number
  minutes?: number
  /** How many of this job may run side by side; one unless told. */
  atOnce?: number
  /** By the clock besides, once it runs; while one waits no second is put behind it. */
  everyMinutes?: number
  /**
   * Data of work that the tables say is still to be done. A serving site queues it anew at its start and every hour where it is not
   * queued: a backup holds the tables and no queue, and what failed as often as it may is tried again.
   */
  unfinished?: () => Promise<Json[]>
}

export type JobQueue = {
  /** Queues within the transaction: the job is there if, and only if, the change commits. */
  enqueue: (tx: Tx, name: string, data: Json) => Promise<void>
  /** Looks for work now instead of at the next turn of the clock. */
  wake: (name: string) => void
  start: (jobs: readonly Job[]) => Promise<void>
  /** Puts unfinished work and the jobs with `everyMinutes` on the queue, both by the clock as well. Only a serving site lets it run. */
  startClock: () => Promise<void>
  stop: () => Promise<void>
}

const POLL_SECONDS = 2
// Work whose process died is taken up again when its heart has been silent for so long.
const HEARTBEAT_SECONDS = 20
const TAKEN_UP_EVERY_MS = 60 * 60_000

/** A job queue in the schema `pgboss` of the same database. */
export async function openJobQueue(config: pg.ClientConfig, takenUpEveryMs = TAKEN_UP_EVERY_MS): Promise<JobQueue> {
  const boss = new PgBoss({
    ...(config as object),
    schema: 'pgboss',
    max: 3,
    supervise: true,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', error => console.error('jobs:', error.message))
  await boss.start()
  const workers = new Map<string, string>()
  const started: Job[] = []
  const clocks: NodeJS.Timeout[] = []
  return {
    enqueue: async (tx, name, data) => {
      // pgboss belongs to the owner of the database, not to the role of row-level security.
      await sql`SELECT set_config('role', 'none', true)`.execute(tx)
      await boss.send(name, data as object, { db: fromKysely(tx) })
      await sql`SELECT set_config('role', 'phoihop_app', true)`.execute(tx)
    },
    wake: name => {
      const worker = workers.get(name)
      if (worker) boss.notifyWorker(worker)
    },
    start: async jobs => {
      for (const job of jobs) workers.set(job.name, await startJob(boss, job))
      started.push(...jobs)
    },
    startClock: async () => {
      const takeAllUp = async () => {
        for (const job of started) await takeUp(boss, job)
      }
      await takeAllUp()
      const again = () => takeAllUp().catch((error: Error) => console.error('jobs:', error.message))
      clocks.push(setInterval(() => void again(), takenUpEveryMs).unref())
      for (const { name, everyMinutes } of started) {
        if (!everyMinutes) continue
        const strike = () => boss.send(name, {}).catch((error: Error) => console.error('jobs:', error.message))
        clocks.push(setInterval(() => void strike(), everyMinutes * 60_000).unref())
        await strike()
      }
    },
    stop: async () => {
      for (const clock of clocks) clearInterval(clock)
      await boss.stop({ graceful: true, timeout: 5_000, close: true })
    },
  }
}

async function takeUp(boss: PgBoss, { name, unfinished }: Job): Promise<void> {
  for (const data of (await unfinished?.()) ?? []) {
    const known = await boss.findJobs(name, { data: data as object })
    const waits = known.some(job => job.state === 'created' || job.state === 'retry' || job.state === 'active')
    if (!waits) await boss.send(name, data as object)
  }
}

async function startJob(boss: PgBoss, job: Job): Promise<string> {
  const times = { expireInSeconds: (job.minutes ?? 15) * 60, heartbeatSeconds: HEARTBEAT_SECONDS }
  const options = { retryLimit: job.retries ?? 2, retryBackoff: true, ...times }
  if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options)
  else await boss.createQueue(job.name, { ...options, ...(job.everyMinutes ? { policy: 'short' } : {}) })
  const pace = { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, localConcurrency: job.atOnce ?? 1 }
  return boss.work(job.name, pace, async ([taken]) => {
    await job.run((taken?.data ?? null) as Json, taken!.signal)
  })
}
