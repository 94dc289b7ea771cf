import { monitorEventLoopDelay } from 'node:perf_hooks'
import { halfYearReview } from '../src/features/documents/fixtures/review.ts'
import { type Paper, renderDocx, renderPdf } from '../src/features/documents/index.ts'
import { type Row, timed, timeRow } from './table.ts'

const WARM_UP = 3
const ROUNDS = 20
/** Milliseconds that the event loop may stand still. */
const BLOCKED = 100

/** The review with other words in every table, so that no round finds the work of an earlier one. */
const varied = (round: number): Paper => JSON.parse(JSON.stringify(halfYearReview()).replaceAll(/cụm số|đợt|Xã/g, `$& ${round}`))

/** A review of ten pages with tables and a chart, set in the process of its own; the event loop of this one must go on meanwhile. */
export async function paperRows(): Promise<Row[]> {
  const works = [
    ['a review of ten pages as PDF', renderPdf, 400],
    ['the same as DOCX', renderDocx, 300],
  ] as const
  const rows: Row[] = []
  for (const [what, render, ms] of works) {
    for (let round = 0; round < WARM_UP; round++) await render(varied(-round))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const times: number[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      const review = varied(round)
      times.push(await timed(() => render(review)))
    }
    delay.disable()
    rows.push(
      timeRow(what, times, { by: 'median', ms }),
      timeRow(`${what}: event loop stands still`, [delay.max / 1e6], { by: 'p95', ms: BLOCKED }),
    )
  }
  return rows
}
