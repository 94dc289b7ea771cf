import { once } from 'node:events'
import type { Client, Connection } from 'pg'

// pg hands the messages of COPY to whatever query object is running; its types name only `submit`.
type CopyConnection = Connection & {
  sendCopyFromChunk: (bytes: Uint8Array) => void
  endCopyFrom: () => void
  sendCopyFail: (why: string) => void
}

const nobodyWaits = () => {}
const QUEUE_BYTES = 1 << 20

/** The bytes of a `COPY … TO STDOUT`, no faster than they are taken. Left early, it ends the connection. */
export async function* copyOut(client: Client, sql: string): AsyncGenerator<Buffer> {
  const state = { queue: [] as Buffer[], bytes: 0, done: false, error: null as Error | null }
  let stream: Connection['stream'] | null = null
  let wake = nobodyWaits
  const end = (error: Error | null) => {
    state.done = true
    state.error ??= error
    wake()
  }
  client.query({
    submit: (connection: Connection) => {
      stream = connection.stream
      connection.query(sql)
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => {
      // A view of pg's read buffer, which the next read overwrites.
      state.queue.push(Buffer.from(chunk))
      state.bytes += chunk.length
      if (state.bytes > QUEUE_BYTES) stream?.pause()
      wake()
    },
    handleCommandComplete: () => undefined,
    handleError: (error: Error) => end(error),
    handleReadyForQuery: () => end(null),
  })
  try {
    while (!state.done || state.queue.length > 0) {
      if (state.queue.length === 0) await new Promise<void>(resolve => (wake = resolve))
      const taken = Buffer.concat(state.queue.splice(0))
      state.bytes = 0
      if (taken.length > 0) yield taken
      stream!.resume()
    }
    if (state.error) throw state.error
  } finally {
    if (!state.done) stream!.destroy()
  }
}

/** Feeds a `COPY … FROM STDIN`. Returns the number of rows; an error of the source or of the server ends it. */
export function copyIn(client: Client, sql: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    const stopped = new AbortController()
    let rows = 0
    let failure: unknown = null
    const pump = async (connection: CopyConnection) => {
      for await (const chunk of bytes) {
        if (stopped.signal.aborted) return
        connection.sendCopyFromChunk(chunk)
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain', { signal: stopped.signal })
      }
      if (!stopped.signal.aborted) connection.endCopyFrom()
    }
    client.query({
      submit: (connection: Connection) => connection.query(sql),
      handleCopyInResponse: (connection: CopyConnection) => {
        pump(connection).catch((error: unknown) => {
          failure = error
          if (!stopped.signal.aborted) connection.sendCopyFail('the source failed')
        })
      },
      handleCommandComplete: ({ text }: { text: string }) => {
        rows = Number(/\d+$/.exec(text)?.[0] ?? 0)
      },
      handleError: (error: Error) => {
        stopped.abort()
        reject(failure ?? error)
      },
      handleReadyForQuery: () => resolve(rows),
    })
  })
}
