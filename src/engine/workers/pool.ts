import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Answer } from './protocol.ts'

/** Why a task got no answer from its worker. */
export type WorkerFailureReason = 'timeout' | 'crash' | 'aborted' | 'closed'

/** A task that its worker did not answer; errors thrown inside the worker keep their own name instead. */
export class WorkerFailure extends Error {
  readonly reason: WorkerFailureReason
  constructor(reason: WorkerFailureReason, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'WorkerFailure'
    this.reason = reason
  }
}

export type PoolOptions = {
  /** Workers at once, at most. */
  size: number
  /** JavaScript heap of one worker in MB; above it the worker dies and its task fails with `crash`. Native memory is not counted. */
  memoryMb: number
  /** Milliseconds from the hand-over to a worker until its answer; waiting in the queue is not counted. */
  timeoutMs: number
  /** An unused worker ends after this time (default 60 s). */
  idleMs?: number
  /** A worker is replaced after so many tasks, against slowly growing memory (default 500). */
  tasksPerWorker?: number
}

export type RunOptions = {
  onProgress?: (progress: unknown) => void
  signal?: AbortSignal
  /** Overrides the pool's time for this task. */
  timeoutMs?: number
}

/** See `createPool`. */
export type Pool = {
  /** Hands `input` (structured clone) to a worker; resolves with what its `serve` handler returned. */
  run<T>(input: unknown, options?: RunOptions): Promise<T>
  /** Workers alive now. */
  size(): number
  /** Ends all workers; waiting and running tasks fail with `closed`. */
  close(): Promise<void>
}

type Job = {
  input: unknown
  options: RunOptions
  /** A method, so that the promise of a narrower answer fits: the caller of `run` states what its worker returns. */
  resolve(output: unknown): void
  reject(error: unknown): void
  onAbort: () => void
}

type Seat = { worker: ChildProcess; job: Job | null; taskId: number; timer: NodeJS.Timeout | null }

/** The error of a worker as it was thrown there: name, message and own fields. */
const revive = (error: Extract<Answer, { kind: 'failed' }>['error']): Error =>
  Object.assign(new Error(error.message), error.fields, { name: error.name })

const wasClosed = () => new WorkerFailure('closed', 'pool was closed')

/**
 * A pool of processes that run one worker file, which calls `serve`. They start when needed and never keep this one alive.
 * Not threads: a thread that runs out of memory within one large allocation takes the whole process with it.
 */
export const createPool = (file: URL, options: PoolOptions): Pool => new ProcessPool(file, options)

class ProcessPool implements Pool {
  readonly #file: URL
  readonly #options: Required<PoolOptions>
  readonly #seats = new Set<Seat>()
  readonly #queue: Job[] = []
  readonly #endings = new Set<Promise<unknown>>()
  #closed = false

  constructor(file: URL, options: PoolOptions) {
    this.#file = file
    this.#options = { idleMs: 60_000, tasksPerWorker: 500, ...options }
  }

  size(): number {
    return this.#seats.size
  }

  run<T>(input: unknown, options: RunOptions = {}): Promise<T> {
    const { signal } = options
    if (this.#closed) return Promise.reject(new WorkerFailure('closed', 'pool is closed'))
    if (signal?.aborted) return Promise.reject(new WorkerFailure('aborted', 'task was called off', signal.reason))
    return new Promise<T>((resolve, reject) => {
      const job: Job = { input, options, resolve, reject, onAbort: () => this.#callOff(job) }
      signal?.addEventListener('abort', job.onAbort, { once: true })
      this.#queue.push(job)
      this.#advance()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#queue.splice(0)) settle(job, () => job.reject(wasClosed()))
    for (const seat of this.#seats) this.#dismiss(seat, wasClosed())
    await Promise.all(this.#endings)
  }

  #advance(): void {
    while (!this.#closed && this.#queue.length > 0) {
      const free = [...this.#seats].find(seat => seat.job === null)
      if (!free && this.#seats.size >= this.#options.size) return
      this.#start(free ?? this.#hire(), this.#queue.shift()!)
    }
  }

  #hire(): Seat {
    const execArgv = ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${this.#options.memoryMb}`]
    const worker = fork(this.#file, { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const seat: Seat = { worker, job: null, taskId: 0, timer: null }
    const crashed = (cause: unknown) => {
      this.#dismiss(seat, new WorkerFailure('crash', 'worker ended before answering', cause))
      this.#advance()
    }
    worker.on('message', (answer: Answer) => this.#receive(seat, answer))
    worker.on('error', crashed)
    worker.on('exit', crashed)
    this.#seats.add(seat)
    return seat
  }

  /** Hands the job over and starts its clock. An input that cannot be cloned fails its own job only. */
  #start(seat: Seat, job: Job): void {
    const time = job.options.timeoutMs ?? this.#options.timeoutMs
    const overdue = () => {
      this.#dismiss(seat, new WorkerFailure('timeout', `worker gave no answer within ${time} ms`))
      this.#advance()
    }
    if (seat.timer) clearTimeout(seat.timer)
    Object.assign(seat, { job, taskId: seat.taskId + 1, timer: setTimeout(overdue, time) })
    hold(seat.worker)
    try {
      // A worker that is gone already is told by its exit.
      seat.worker.send({ id: seat.taskId, input: job.input }, () => undefined)
    } catch (error) {
      this.#rest(seat)
      settle(job, () => job.reject(error))
    }
  }

  #receive(seat: Seat, answer: Answer): void {
    const { job } = seat
    if (!job || answer.id !== seat.taskId) return
    if (answer.kind === 'progress') return job.options.onProgress?.(answer.progress)
    this.#rest(seat)
    settle(job, () => (answer.kind === 'done' ? job.resolve(answer.output) : job.reject(revive(answer.error))))
    this.#advance()
  }

  /** A seat without a job waits for the next one, or ends: now when used up, later when not needed. */
  #rest(seat: Seat): void {
    if (seat.timer) clearTimeout(seat.timer)
    seat.job = null
    if (seat.taskId >= this.#options.tasksPerWorker) return this.#dismiss(seat)
    release(seat.worker)
    seat.timer = setTimeout(() => this.#dismiss(seat), this.#options.idleMs).unref()
  }

  /** Takes the seat away, ends its process and fails its job, if any. */
  #dismiss(seat: Seat, failure?: WorkerFailure): void {
    if (!this.#seats.delete(seat)) return
    if (seat.timer) clearTimeout(seat.timer)
    const ending = end(seat.worker).finally(() => this.#endings.delete(ending))
    this.#endings.add(ending)
    const { job } = seat
    if (job && failure) settle(job, () => job.reject(failure))
  }

  #callOff(job: Job): void {
    const failure = new WorkerFailure('aborted', 'task was called off', job.options.signal?.reason)
    const place = this.#queue.indexOf(job)
    if (place >= 0) {
      this.#queue.splice(place, 1)
      return settle(job, () => job.reject(failure))
    }
    const seat = [...this.#seats].find(seat => seat.job === job)
    if (seat) this.#dismiss(seat, failure)
    this.#advance()
  }
}

/** Keeps this process alive while the worker owes it an answer. */
const hold = (worker: ChildProcess): void => {
  worker.ref()
  worker.channel?.ref()
}

const release = (worker: ChildProcess): void => {
  worker.unref()
  worker.channel?.unref()
}

const end = async (worker: ChildProcess): Promise<void> => {
  if (worker.exitCode !== null || worker.signalCode !== null || worker.pid === undefined) return
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
}

const settle = (job: Job, how: () => void): void => {
  job.options.signal?.removeEventListener('abort', job.onAbort)
  how()
}
