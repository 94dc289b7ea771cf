import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ItemSums, type PlacesOfItem, progressOf } from '../../plans/index.ts'
import type { ActivityRow } from '../contract.ts'
import { valueOf } from '../figures.ts'
import { activity, input, item } from '../fixtures/input.ts'
import { unitOf } from '../unit.ts'
import { standingOf } from './progress.ts'

/** One unit as it is written in different places, and another. */
const UNITS = ['buổi hoà giải', 'Buổi hòa giải', 'buổi  hòa giải ', 'lớp', 'Lớp']
const unit = fc.constantFrom(...UNITS)
/** Sums that come near to a minimum by tenths, from one side or the other. */
const amount = fc.integer({ min: 0, max: 40 }).map(tenths => tenths / 10)
const side = fc.option(fc.record({ unit, amount }))
const work = fc.array(fc.record({ count: side, reach: side }), { maxLength: 4 })
const world = fc.record({
  min: fc.option(fc.constantFrom(0, 0.3, 1, 2, 4.2)),
  targetUnit: unit,
  per: fc.constantFrom(null, 'year', 'term', 'đợt', 'xã'),
  everyPlace: fc.boolean(),
  closed: fc.boolean(),
  now: work,
  earlier: work,
})
type World = typeof world extends fc.Arbitrary<infer One> ? One : never
type Work = World['now']

const sumsOf = (done: Work): ItemSums => {
  const units: Record<string, number> = {}
  for (const one of done.flatMap(({ count, reach }) => [count ?? [], reach ?? []].flat()))
    units[one.unit] = (units[one.unit] ?? 0) + one.amount
  return { activities: done.length, units, months: [], everyPlace: false }
}

/** As the plan's page reckons it, from what the database keeps by unit as recorded. */
function doneInPlan({ min, targetUnit, per, closed, now, earlier, everyPlace }: World): boolean {
  const sums = {
    ...sumsOf(now),
    everyPlace: per === 'xã' && everyPlace,
    units: sumsOf(per === 'term' ? [...now, ...earlier] : now).units,
  }
  const target = { min, max: null, unit: targetUnit, per }
  const timing = { timing: 'due', startsOn: null, dueOn: '2026-05-30', occasion: null } as const
  return progressOf({ ...timing, year: 2026, target, closed, dropped: false }, sums, '2026-06-14').state === 'done'
}

/** As the report reckons it, from the activities themselves. */
function doneInReport({ min, targetUnit, per, closed, now, earlier, everyPlace }: World): boolean {
  const own = now.map(({ count, reach }, at): ActivityRow => {
    const counted = { count: count?.amount ?? null, countUnit: unitOf(count?.unit ?? null) }
    const reached = { reach: reach?.amount ?? null, reachUnit: unitOf(reach?.unit ?? null) }
    return activity({ id: String(at), ...counted, ...reached, itemIds: ['i'] })
  })
  const of = item({
    id: 'i',
    clausePath: 'II/1',
    dueOn: '2026-05-30',
    targetMin: min,
    targetUnit: unitOf(targetUnit),
    targetPer: per,
    closed,
  })
  const inUnit = Object.entries(sumsOf([...now, ...earlier]).units).filter(([name]) => same(name, targetUnit))
  const termSums = per === 'term' ? [{ itemId: 'i', reached: inUnit.reduce((sum, [, value]) => sum + value, 0) }] : []
  const standing = everyPlace ? 'reached' : 'begun'
  const places: PlacesOfItem['places'] = [{ id: 'x', name: 'Xã', under: null, amount: 1, activities: 1, standing }]
  const placed: PlacesOfItem = { itemId: 'i', level: 'commune', ofTarget: null, class: null, split: [], places }
  return standingOf(input({ termSums, placesOfItems: per === 'xã' ? [placed] : [] }), of, own) === 'done'
}
const same = (one: string, other: string) => /lớp/iu.test(one) === /lớp/iu.test(other)

it('the plan and the report say of the same item that it is done, whatever was recorded', () => {
  fc.assert(
    fc.property(world, one => {
      expect(doneInReport(one)).toBe(doneInPlan(one))
    }),
    { seed: 2026, numRuns: 2000 },
  )
})

it('both say so of some and not of others', () => {
  const worlds = fc.sample(world, { seed: 2026, numRuns: 300 })
  expect(new Set(worlds.map(doneInReport))).toEqual(new Set([true, false]))
})

it('nearly all of a target is neither done nor told as all of it', () => {
  const of = item({ id: 'i', clausePath: 'II/1', targetMin: 10_000, targetUnit: 'lớp' })
  const own = [activity({ id: 'a', count: 9999, countUnit: 'lớp', itemIds: ['i'] })]
  expect(standingOf(input(), of, own)).toBe('going-on')
  const query = { kind: 'share', from: '2026-01-01', to: '2026-12-31', itemId: 'i', unit: 'lớp', target: 10_000 } as const
  expect(valueOf(query, own)).toBe(99.9)
})
