import { startServer } from './server.ts'
import { type Row, timeRow } from './table.ts'

const AGAIN = 3

/** A first start on an empty folder (with samples), then starts on what stands. */
export async function startRows(dataDir: string): Promise<Row[]> {
  const [first = 0, ...later] = await starts(dataDir, 1 + AGAIN)
  return [timeRow('first start, with samples', [first]), timeRow('second start', later, { by: 'median', ms: 3000 })]
}

async function starts(dataDir: string, count: number): Promise<number[]> {
  const times: number[] = []
  for (let start = 0; start < count; start++) {
    const server = await startServer(dataDir)
    times.push(server.startedIn)
    await server.stop()
  }
  return times
}
