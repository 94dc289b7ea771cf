import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { halfYearReview } from '../src/features/documents/fixtures/review.ts'
import { type Paper, renderDocx, renderPdf } from '../src/features/documents/index.ts'
import { longPaper } from './long-review.ts'
import { type Row, timed, timeRow } from './table.ts'

const WARM_UP = 3
const ROUNDS = 20
const LONG_ROUNDS = 5
/** Milliseconds that the event loop may stand still. */
const BLOCKED = 100

/** The review with other words in every table, so that no round finds the work of an earlier one. */
const varied = (round: number): Paper => JSON.parse(JSON.stringify(halfYearReview()).replaceAll(/cụm số|đợt|Xã/g, `$& ${round}`))

/**
 * A review of ten pages with tables and a chart, and a final report of sixty, set in the process of its own; the event loop of this one must
 * go on meanwhile. Sixty pages may take what whoever pressed a button still waits for without looking
 * away, far below the minute that a rendering is given.
 */
export async function paperRows(): Promise<Row[]> {
  const works = [
    { what: 'a review of ten pages as PDF', render: renderPdf, paper: varied, rounds: ROUNDS, ms: 400 },
    { what: 'the same as DOCX', render: renderDocx, paper: varied, rounds: ROUNDS, ms: 300 },
    { what: 'a final report of sixty pages as PDF', render: renderPdf, paper: longPaper, rounds: LONG_ROUNDS, ms: 1500 },
    { what: 'the same of sixty pages as DOCX', render: renderDocx, paper: longPaper, rounds: LONG_ROUNDS, ms: 1500 },
  ]
  const rows: Row[] = []
  for (const { what, render, paper, rounds, ms } of works) {
    for (let round = 0; round < WARM_UP; round++) await render(paper(-round))
    const papers = Array.from({ length: rounds }, (_, at) => paper(at + 1))
    await setImmediate()
    const times: number[] = []
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    for (const review of papers) {
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
