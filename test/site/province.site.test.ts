import { beforeAll, describe, expect, it } from 'vitest'
import { type Proof, proveBalance, proveItemWork, proveReview } from '../../bench/proof/figures.ts'
import { insertProvince, type Province } from '../../bench/province/province.ts'
import { SMALL } from '../../bench/province/size.ts'
import { seeded } from '../../bench/random.ts'
import { idOf } from '../../src/features/reviews/figure-id.ts'
import { FRAGMENT, paragraphOf } from '../../src/features/reviews/writing/text.ts'
import { changeText } from '../../src/features/reviews/writing/text-store.ts'
import { newId } from '../../src/kernel/ids.ts'
import { openTestSite } from '../harness/site.ts'

const site = await openTestSite({ now: () => new Date('2026-11-20T03:00:00Z') })
const [lan, tuan] = [site.who('lan'), site.who('tuan')]
let province: Province

beforeAll(async () => {
  province = await insertProvince(site.engine, seeded(4), site.people, SMALL)
})

type Told = { id: string; value: number; query: { kind: string; part?: string } }
type Ask = <T>(name: string, input: Record<string, string>) => Promise<T>
const asLan: Ask = (name, input) => site.ask(lan, name, input)

type Period = { kind: 'half-year'; half: 1 | 2 } | { kind: 'year' } | { kind: 'final' }
async function reviewed(period: Period, ask = asLan): Promise<Proof> {
  const { programmeId, year } = province
  const reviewId = newId()
  await site.send(lan, 'reviews.open-review', { reviewId, programmeId, year, ...period })
  return proveReview(site.engine.database.pool, ask, { reviewId, programmeId, bodyId: lan.bodyId })
}

/** Whom they honoured stays with those who keep the register; where few of a group were at the work of others is told of none. */
const HELD_BACK = ['honours', 'split']

/** Lets three duties have a target for the whole term in every year's plan, and pays for the work of two of the items from two sources. */
const aimAtTheTerm = () =>
  site.engine.database.pool.query(`
    WITH duty AS (
      SELECT DISTINCT ON (clause_path) clause_path, id FROM commitment WHERE programme_id = '${province.programmeId}' ORDER BY clause_path, id
    ), chosen AS (
      SELECT clause_path FROM plan_item WHERE programme_id = '${province.programmeId}' AND target_min IS NOT NULL AND target_per IS NULL
      GROUP BY clause_path ORDER BY count(*) DESC, clause_path LIMIT 3
    )
    UPDATE plan_item i SET commitment_id = duty.id, target_min = 30, target_unit = 'lớp', target_per = 'term'
    FROM duty JOIN chosen USING (clause_path) WHERE i.programme_id = '${province.programmeId}' AND i.clause_path = duty.clause_path;
    INSERT INTO budget_line (home, id, plan_id, programme_id, item_id, body_id, position, content, unit, quantity, norm, source, source_detail, created_at)
    SELECT i.home, gen_random_uuid(), i.plan_id, i.programme_id, i.id, '${lan.bodyId}', 1, 'Lớp', 'lớp', 1, 1, source, source, now()
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS nth FROM plan_item WHERE target_per = 'term') i
      JOIN (VALUES (1, 'own'), (1, 'ntp'), (2, 'own')) paid (nth, source) ON paid.nth = i.nth % 5`)

/** Every kind of figure that a province's review tells. */
const KINDS =
  'activities communes count detail honours informing money movements petitions places reach share split supervisions uncounted'.split(
    ' ',
  )

describe('a province in the small', () => {
  it('tells in its half-year review what the database owner counts by statements of its own', async () => {
    const { checked, differences } = await reviewed({ kind: 'half-year', half: 1 })
    expect(differences).toEqual([])
    expect(Object.keys(checked).toSorted()).toEqual(KINDS)
  })

  it('tells so in its yearly review', async () => {
    expect((await reviewed({ kind: 'year' })).differences).toEqual([])
  })

  it('tells so in its final report, with the targets of the whole term and the sources of its money', async () => {
    await aimAtTheTerm()
    const { checked, differences } = await reviewed({ kind: 'final' })
    expect(differences).toEqual([])
    expect(checked['share']).toBe(3)
    expect(checked['money']).toBeGreaterThan(10)
  })

  it('tells so where both sides write the words, also of figures that they have put into the text', async () => {
    const { programmeId } = province
    const [reviewId, year] = [newId(), province.year - 1]
    await site.send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'year', year })
    await site.send(site.who('minh'), 'reviews.propose-review', { reviewId, version: 1 })
    await site.send(lan, 'reviews.begin-text', { reviewId })
    const query = { kind: 'reach', from: `${year}-02-01`, to: `${year}-03-31`, unit: 'lượt người' } as const
    const line = [paragraphOf([{ figure: idOf(query), text: '…' }], false)]
    await site.engine.database.write(lan, tx =>
      changeText(tx, reviewId, lan.bodyId, doc => doc.getXmlFragment(FRAGMENT).push(line)),
    )
    const { checked, differences } = await proveReview(site.engine.database.pool, asLan, {
      reviewId,
      programmeId,
      bodyId: lan.bodyId,
    })
    expect(differences).toEqual([])
    expect(Object.keys(checked).toSorted()).toEqual(KINDS)
  })

  it('opens behind a figure of every kind the records that it adds up, in its yearly and its final report', async () => {
    for (const kind of ['year', 'final']) {
      const { reviews } = await asLan<{ reviews: { id: string; period: { kind: string; year: number } }[] }>('reviews.list', {})
      const { id: reviewId } = reviews.find(one => one.period.kind === kind && one.period.year === province.year)!
      const { compiled } = await asLan<{ compiled: { figures: Record<string, Told> } }>('reviews.review', { reviewId })
      const told = Object.values(compiled.figures).filter(one => one.value > 0)
      const oneOfEach = [...new Map(told.map(one => [`${one.query.kind} ${one.query.part}`, one])).values()]
      expect(oneOfEach.length).toBeGreaterThan(30)
      for (const { id: figureId, value, query } of oneOfEach) {
        const { now, records } = await asLan<{ now: number; records: object[] }>('reviews.figure', { reviewId, figureId })
        expect([figureId, now]).toEqual([figureId, value])
        if (!HELD_BACK.includes(query.kind)) expect([figureId, records.length > 0]).toEqual([figureId, true])
      }
    }
  })

  it('tells in the list of its work what its yearly review tells: how much was done, and for how much money', async () => {
    type Listed = { reviews: { id: string; period: { kind: string; year: number; from: string; to: string } }[] }
    const { reviews } = await asLan<Listed>('reviews.list', {})
    const { id: reviewId, period } = reviews.find(one => one.period.kind === 'year' && one.period.year === province.year)!
    const { compiled } = await asLan<{ compiled: { figures: Record<string, Told> } }>('reviews.review', { reviewId })
    const told = (kind: 'activities' | 'money') => compiled.figures[idOf({ kind, from: period.from, to: period.to })]!.value
    const filters = { programmeId: province.programmeId, from: period.from, to: period.to }
    type Sums = { totals: { activities: number; money: number } }
    const { totals } = await site.ask<Sums>(lan, 'activities.list', { ...filters, limit: 1 })
    expect([totals.activities, totals.money]).toEqual([told('activities'), told('money')])
  })

  it('is found out where it tells one figure by one too many', async () => {
    type Told = { compiled: { figures: Record<string, { value: number; query: { kind: string } }> } }
    const oneMore: Ask = async (name, input) => {
      const told = await asLan<Told>(name, input)
      const reach = Object.values(told.compiled.figures).find(one => one.query.kind === 'reach')!
      reach.value += 1
      return told as never
    }
    expect((await reviewed({ kind: 'half-year', half: 2 }, oneMore)).differences).toHaveLength(1)
  })

  it('keeps of every item what its activities add up to', async () => {
    const { checked, differences } = await proveItemWork(site.engine.database.pool)
    expect(differences).toEqual([])
    expect(checked['kept']).toBeGreaterThan(100)
  })

  it('tells so in the balance of petitions', async () => {
    const ask: Ask = (name, input) => site.ask(tuan, name, input)
    const period = { bodyId: tuan.bodyId, from: '2026-01-01', to: '2026-06-30' }
    const { checked, differences } = await proveBalance(site.engine.database.pool, ask, period)
    expect(differences).toEqual([])
    expect(checked['balance']).toBe(6 * (SMALL.communes + 1))
  })
})
