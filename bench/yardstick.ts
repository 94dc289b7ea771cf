import { createHash } from 'node:crypto'

/** Mean milliseconds of the piece of work on the machine the limits are meant for (one core of an AMD EPYC at 3.7 GHz), alone on it. */
const REFERENCE_MS = 8.5
const ROUNDS = 100

/**
 * How many times slower than the reference this machine is at this moment, never below 1: the mean over a fixed piece of the
 * kind of work a server does (parse, sort, print and hash text). Other work on the machine makes it larger.
 */
export function slowness(): number {
  pieceOfWork()
  const begin = performance.now()
  for (let round = 0; round < ROUNDS; round++) pieceOfWork()
  return Math.max(1, (performance.now() - begin) / ROUNDS / REFERENCE_MS)
}

const TEXT = JSON.stringify(
  Array.from({ length: 8000 }, (_, at) => ({ id: (at * 7919) % 8009, title: `Tuyên truyền, vận động ở thôn ${at}` })),
)

function pieceOfWork(): string {
  const rows = JSON.parse(TEXT) as { id: number; title: string }[]
  rows.sort((a, b) => a.title.localeCompare(b.title) || a.id - b.id)
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}
