import { createHash } from 'node:crypto'
import { loadPeople, type People } from '../src/app/seed-people.ts'
import type { Json } from '../src/engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../src/engine/runner.ts'
import type { ActivityKind } from '../src/features/activities/kinds.ts'
import { isoDate, vietnamDate, yearOf } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { type Item, insertActivities } from './generate-activities.ts'
import { type Busy, insertBusy } from './generate-agency.ts'
import { insertProgramme } from './generate-programme.ts'
import { insertProvince, type Province } from './province/province.ts'
import { FULL } from './province/size.ts'
import { seeded } from './random.ts'

export const SIZES = { clauses: 60, commitments: 90, activities: 2000 }
export type Generated = {
  programmeId: string
  planId: string
  year: number
  halfYearReview: string
  yearReview: string
  /** The report of the second half, of which both sides write the text. */
  sharedReview: string
  busy: Busy
  province: Province & { halfYearReview: string; yearReview: string }
}

const SECTIONS = ['leadership', 'strengths', 'difficulties', 'causes-objective', 'causes-subjective', 'directions', 'proposals']
const WRITTEN =
  'Địa bàn rộng, đi lại khó khăn trong mùa mưa; kinh phí cấp muộn nên một số lớp phải dời sang quý sau. Cán bộ cơ sở kiêm nhiệm nhiều việc.'

/** Fills a fresh site with the fictional province and one large programme. The same seed gives the same records, ids aside. */
export async function generate(engine: Engine, seed = 2026): Promise<Generated> {
  const random = seeded(seed)
  const people = await loadPeople(engine)
  const year = yearOf(vietnamDate(engine.now()))
  const parties = [people.bodies.get('mttq')!, people.bodies.get('sdttg')!]
  const programmeId = await insertProgramme(engine, random, { parties, from: year, to: year + 4, ...SIZES })
  const planId = await agreedPlan(engine, people, programmeId, year)
  const items = await itemsOf(engine, planId)
  await insertActivities(engine, random, {
    programmeId,
    parties,
    by: people.actors.get('lan')!.accountId,
    days: { from: isoDate(year - 1, 12, 15), to: isoDate(year, 12, 14) },
    count: SIZES.activities,
    itemsOn: () => items,
    places: [],
    evidenceEvery: 2,
  })
  const reviews = await writtenReviews(engine, people, { programmeId, year })
  // Of another body, so that it weighs on no other row.
  const busyParties = [people.bodies.get('bdv')!, people.bodies.get('sdttg')!]
  const busy = await insertBusy(engine, random, { parties: busyParties, year, holder: people.actors.get('dung')! })
  const province = await insertProvince(engine, random, people, FULL)
  const ofProvince = await writtenReviews(engine, people, province)
  // The server does so by itself within a minute of such a load; a measurement does not wait for it.
  await engine.database.pool.query('VACUUM ANALYZE')
  const shared = await sharedReview(engine, people, { programmeId, year })
  return { programmeId, planId, year, ...reviews, sharedReview: shared, busy, province: { ...province, ...ofProvince } }
}

const as = (engine: Engine, people: People, username: string) => {
  const actor = people.actors.get(username)!
  return {
    send: (name: string, input: Json) => runCommand(engine, actor, { commandId: newId(), name, input }),
    ask: (name: string, input: Json) => runQuery(engine, actor, name, input),
  }
}

const KINDS: readonly ActivityKind[] = ['communication', 'training', 'supervision', 'visit', 'information', 'meeting']

async function itemsOf(engine: Engine, planId: string): Promise<Item[]> {
  const rows = await engine.database.read('system', db =>
    db.selectFrom('plan_item').select('id').where('plan_id', '=', planId).orderBy('position').execute(),
  )
  return rows.map(({ id }) => ({ id, kinds: KINDS }))
}

/** Drafted by an officer, shared by the own leader and agreed to by the leaders of both sides. */
async function agreedPlan(engine: Engine, people: People, programmeId: string, year: number): Promise<string> {
  const planId = newId()
  await as(engine, people, 'lan').send('plans.draft-plan', { planId, programmeId, year })
  for (const leader of ['minh', 'hoa']) {
    const { send, ask } = as(engine, people, leader)
    const { digest } = (await ask('plans.plan', { planId })) as { digest: string }
    if (leader === 'minh') await send('plans.share-plan', { planId, digest })
    await send('plans.agree-plan', { planId, digest })
  }
  return planId
}

type Reviewed = { programmeId: string; year: number }

const writtenReviews = async (engine: Engine, people: People, of: Reviewed) => ({
  halfYearReview: await writtenReview(engine, people, of, 'half-year'),
  yearReview: await writtenReview(engine, people, of, 'year'),
})

async function writtenReview(engine: Engine, people: People, { programmeId, year }: Reviewed, kind: 'half-year' | 'year') {
  const { send } = as(engine, people, 'lan')
  const reviewId = newId()
  await send('reviews.open-review', { reviewId, programmeId, kind, year, ...(kind === 'half-year' ? { half: 1 } : {}) })
  for (const [at, section] of SECTIONS.entries())
    await send('reviews.write-text', { reviewId, version: at + 1, section, text: `${WRITTEN}\n${WRITTEN}` })
  return reviewId
}

async function sharedReview(engine: Engine, people: People, { programmeId, year }: Reviewed): Promise<string> {
  const reviewId = newId()
  const { send } = as(engine, people, 'lan')
  await send('reviews.open-review', { reviewId, programmeId, kind: 'half-year', year, half: 2 })
  await as(engine, people, 'minh').send('reviews.propose-review', { reviewId, version: 1 })
  await send('reviews.begin-text', { reviewId })
  return reviewId
}

/** A content address for bytes that are never opened. */
export const inventedSha256 = (of: string): string => createHash('sha256').update(of).digest('hex')
