import { newId } from '../src/kernel/ids.ts'
import type { Client } from './client.ts'
import { type Generated, SIZES } from './generate.ts'
import { FULL } from './province/size.ts'
import { type Measurement, type Row, timed, timeRow, timing } from './table.ts'

const REVIEWS = 10
type Reviews = Pick<Generated, 'halfYearReview' | 'yearReview'>

/** The programme page of one user over HTTP: the document, the margin, and both as the page asks for them. */
export function pageRows(client: Client, { programmeId, year }: Generated): Measurement[] {
  const page = () => client.ask('programmes.page', { programmeId, year })
  const ticks = () => client.ask('plans.clause-ticks', { programmeId, year })
  const size = `${SIZES.clauses} clauses, ${SIZES.activities} activities`
  const wanted = { by: 'p95', ms: 40 } as const
  return [
    timing(`programmes.page (${size})`, page, wanted),
    timing(`plans.clause-ticks (${size})`, ticks, wanted),
    timing('both together', () => Promise.all([page(), ticks()]), wanted),
  ]
}

type Shown = { review: { version: number } }

/** Asks for a review that has changed since it was last compiled, and once more as it stands. */
async function askAnew(client: Client, reviewId: string, round: number): Promise<{ compiled: number; refreshed: number }> {
  const ask = () => client.ask<Shown>('reviews.review', { reviewId })
  const { version } = (await ask()).review
  await client.send('reviews.write-text', { reviewId, version, section: 'lessons', text: `Bài học thứ ${round + 1}.` })
  return { compiled: await timed(ask), refreshed: await timed(ask) }
}

/** A review compiled, then set as DOCX and as PDF. The first round starts the thread that sets papers, and counts. */
export async function reviewRows(client: Client, generated: Reviews): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, reviewId] of [
    ['half-year review', generated.halfYearReview],
    ['yearly review', generated.yearReview],
  ] as const) {
    const parts: Record<'compiled' | 'docx' | 'pdf', number[]> = { compiled: [], docx: [], pdf: [] }
    for (let round = 0; round < REVIEWS; round++) {
      parts.compiled.push((await askAnew(client, reviewId, round)).compiled)
      parts.docx.push(await timed(() => client.get(`/api/exports/review/${reviewId}.docx`)))
      parts.pdf.push(await timed(() => client.get(`/api/exports/review/${reviewId}.pdf`)))
    }
    const together = parts.compiled.map((compiled, at) => compiled + parts.docx[at]! + parts.pdf[at]!)
    rows.push(timeRow(`${name}: compiled, DOCX and PDF`, together, { by: 'p95', ms: 2000 }))
    for (const [part, times] of Object.entries(parts)) rows.push(timeRow(`  ${part}`, times))
  }
  return rows
}

type Province = Generated['province']

/** Asks for a review after one activity more was recorded in its days. A folder that is kept grows by it. */
async function askAfterWork(client: Client, { programmeId, year, itemId, halfYearReview }: Province): Promise<number> {
  const ask = () => client.ask('reviews.review', { reviewId: halfYearReview })
  await ask()
  const work = { itemIds: [itemId], kind: 'training', title: 'Lớp tập huấn thêm', heldOn: `${year}-03-10`, place: 'Hội trường' }
  const counted = { count: { value: 1, unit: 'lớp' }, reach: { value: 40, unit: 'lượt học viên' } }
  await client.send('activities.record-activity', { activityId: newId(), programmeId, ...work, ...counted })
  return timed(ask)
}

/** The final report of the whole term, begun where there is none. */
async function finalReview(client: Client, { programmeId, year }: Province): Promise<string> {
  type Listed = { reviews: { id: string; period: { kind: string } }[] }
  const { reviews } = await client.ask<Listed>('reviews.list', { programmeId })
  const known = reviews.find(one => one.period.kind === 'final')
  if (known) return known.id
  const reviewId = newId()
  await client.send('reviews.open-review', { reviewId, programmeId, kind: 'final', year })
  return reviewId
}

const FEW = 3

/** The reviews of the full-size province over HTTP: compiled after a change of words or of work, and refreshed without one. */
export function provinceReviewRows(client: Client, { province }: Generated): Measurement[] {
  const row = (name: string, reviewId: string, part: 'compiled' | 'refreshed', ms: number): Measurement => {
    const what = `${name} of ${FULL.activities} activities, ${part}`
    const measure = async () => {
      const times: number[] = []
      for (let round = 0; round < REVIEWS; round++) times.push((await askAnew(client, reviewId, round))[part])
      return timeRow(what, times, { by: 'p95', ms })
    }
    return { what, measure }
  }
  const whole = `final review of ${FULL.activities} activities, compiled`
  const after = 'half-year review, refreshed after one activity more'
  const compiledWhole = async () => {
    const reviewId = await finalReview(client, province)
    const times: number[] = []
    for (let round = 0; round < FEW; round++) times.push((await askAnew(client, reviewId, round)).compiled)
    return timeRow(whole, times)
  }
  const afterWork = async () => {
    const times: number[] = []
    for (let round = 0; round < REVIEWS; round++) times.push(await askAfterWork(client, province))
    return timeRow(after, times, { by: 'p95', ms: 500 })
  }
  return [
    row('half-year review', province.halfYearReview, 'compiled', 2000),
    row('yearly review', province.yearReview, 'compiled', 2000),
    row('half-year review', province.halfYearReview, 'refreshed', 500),
    row('yearly review', province.yearReview, 'refreshed', 500),
    { what: after, measure: afterWork },
    { what: whole, measure: compiledWhole },
  ]
}
