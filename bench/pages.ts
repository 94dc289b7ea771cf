import type { Client } from './client.ts'
import { type Generated, SIZES } from './generate.ts'
import { type Row, timed, timeRow, timesOver } from './table.ts'

const REVIEWS = 10

/** The programme page of one user over HTTP: the document, the margin, and both as the page asks for them. */
export async function pageRows(client: Client, { programmeId, year }: Generated): Promise<Row[]> {
  const page = () => client.ask('programmes.page', { programmeId, year })
  const ticks = () => client.ask('plans.clause-ticks', { programmeId, year })
  const size = `${SIZES.clauses} clauses, ${SIZES.activities} activities`
  const wanted = { by: 'p95', ms: 40 } as const
  return [
    timeRow(`programmes.page (${size})`, await timesOver(page), wanted),
    timeRow(`plans.clause-ticks (${size})`, await timesOver(ticks), wanted),
    timeRow('both together', await timesOver(() => Promise.all([page(), ticks()])), wanted),
  ]
}

/** A review compiled, then set as DOCX and as PDF. The first round starts the thread that sets papers, and counts. */
export async function reviewRows(client: Client, generated: Generated): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, reviewId] of [
    ['half-year review', generated.halfYearReview],
    ['yearly review', generated.yearReview],
  ] as const) {
    const parts: Record<'compiled' | 'docx' | 'pdf', number[]> = { compiled: [], docx: [], pdf: [] }
    for (let round = 0; round < REVIEWS; round++) {
      parts.compiled.push(await timed(() => client.ask('reviews.review', { reviewId })))
      parts.docx.push(await timed(() => client.get(`/api/exports/review/${reviewId}.docx`)))
      parts.pdf.push(await timed(() => client.get(`/api/exports/review/${reviewId}.pdf`)))
    }
    const together = parts.compiled.map((compiled, at) => compiled + parts.docx[at]! + parts.pdf[at]!)
    rows.push(timeRow(`${name}: compiled, DOCX and PDF`, together, { by: 'p95', ms: 2000 }))
    for (const [part, times] of Object.entries(parts)) rows.push(timeRow(`  ${part}`, times))
  }
  return rows
}
