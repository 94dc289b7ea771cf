import { parentPort } from 'node:worker_threads'
import type { Answer, Task } from './protocol.ts'

/** The error as plain data: structured cloning would drop its name and its own fields. */
const plainError = (error: unknown): { name: string; message: string; fields: Record<string, unknown> } => {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} }
  const fields: Record<string, unknown> = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(error))))
  return { name: error.name, message: error.message, fields }
}

/** The memory of an answer that may be moved instead of copied: a buffer that is wholly the answer's own. */
const movable = (value: unknown): ArrayBuffer[] =>
  value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
    ? [value.buffer]
    : []

/** What a worker file does. `input` is what the caller of `run` gave: an implementation may state its type. */
export type Work = {
  answer(input: unknown, report: (progress: unknown) => void): unknown
}

/**
 * Called once at the top of a worker file: answers each task of the pool, at once or by a promise.
 * What `answer` throws reaches the caller of `run` with its name, message and own (JSON) fields.
 */
export function serve(work: Work): void {
  const port = parentPort
  if (!port) throw new Error('serve() belongs in a worker thread')
  const send = (answer: Answer, moved: ArrayBuffer[] = []) => port.postMessage(answer, moved)
  const take = async ({ id, input }: Task) => {
    try {
      const output = await work.answer(input, progress => send({ id, kind: 'progress', progress }))
      send({ id, kind: 'done', output }, movable(output))
    } catch (error) {
      send({ id, kind: 'failed', error: plainError(error) })
    }
  }
  port.on('message', (task: Task) => void take(task))
}
