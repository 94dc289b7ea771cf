import type { Answer, Task } from './protocol.ts'

/** The error as plain data: structured cloning would drop its name and its own fields. */
const plainError = (error: unknown): { name: string; message: string; fields: Record<string, unknown> } => {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} }
  const fields: Record<string, unknown> = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(error))))
  return { name: error.name, message: error.message, fields }
}

/** What a worker file does. `input` is what the caller of `run` gave: an implementation may state its type. */
export type Work = {
  answer(input: unknown, report: (progress: unknown) => void): unknown
}

/**
 * Called once at the top of a worker file: answers each task of the pool, at once or by a promise.
 * What `answer` throws reaches the caller of `run` with its name, message and own (JSON) fields.
 */
export function serve(work: Work): void {
  if (!process.send) throw new Error('serve() belongs in a worker process')
  const send = (answer: Answer) => process.send?.(answer)
  const take = async ({ id, input }: Task) => {
    try {
      const output = await work.answer(input, progress => send({ id, kind: 'progress', progress }))
      send({ id, kind: 'done', output })
    } catch (error) {
      send({ id, kind: 'failed', error: plainError(error) })
    }
  }
  process.on('message', (task: Task) => void take(task))
  // Whoever gave the tasks is gone.
  process.on('disconnect', () => process.exit())
}
