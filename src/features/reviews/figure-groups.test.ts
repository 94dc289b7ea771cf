import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ActivityRow, FigureQuery } from './contract.ts'
import { ActivityGroups, isWhole } from './figure-groups.ts'
import { recordsOf } from './figures.ts'

const [DAYS, UNITS, KINDS, PATHS, ITEMS, COMMUNES] = [
  ['2026-01-01', '2026-01-02', '2026-03-04', '2026-06-30'],
  ['người', 'lượt người', 'cuộc'],
  ['training', 'visit', 'kind x'],
  ['I', 'I/1', 'II'],
  ['i1', 'i2'],
  ['c1', 'c2'],
]
const one = (of: string[]) => fc.constantFrom(...of)
/** An activity lies in none of them, in one, or in several. */
const some = (of: string[]) => fc.uniqueArray(one(of), { maxLength: 2 })
const pair = fc.option(fc.tuple(fc.integer({ min: 0, max: 3 }), one(UNITS)))

const activity = fc
  .record({
    heldOn: one(DAYS),
    kind: one(KINDS),
    count: pair,
    reach: pair,
    itemIds: some(ITEMS),
    clausePaths: some(PATHS),
    communes: some(COMMUNES),
  })
  .map(
    ({ count, reach, ...rest }): ActivityRow => ({
      ...rest,
      id: '',
      version: 1,
      title: '',
      place: '',
      ownerBody: '',
      count: count?.[0] ?? null,
      countUnit: count?.[1] ?? null,
      reach: reach?.[0] ?? null,
      reachUnit: reach?.[1] ?? null,
      money: 1,
      parts: {},
    }),
  )

const asked = fc.record(
  {
    kind: fc.constantFrom('activities', 'uncounted', 'count', 'reach', 'money', 'communes', 'share'),
    from: one(DAYS),
    to: one(DAYS),
    clausePath: one(PATHS),
    itemId: one(ITEMS),
    activityKind: one(KINDS),
    activityKinds: some(KINDS),
    unit: one(UNITS),
    part: one(COMMUNES),
  },
  { requiredKeys: ['kind', 'from', 'to'] },
)

it('a group that is taken as it is holds what its condition holds of', () => {
  fc.assert(
    fc.property(fc.array(activity, { maxLength: 12 }), fc.array(asked, { maxLength: 8 }), (activities, queries) => {
      const groups = new ActivityGroups(activities)
      const byDay = activities.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : Number(a.heldOn > b.heldOn)))
      for (const query of queries as FigureQuery[]) {
        const group = groups.of(query)
        const taken = isWhole(query) ? group : recordsOf(query, group)
        expect(taken).toEqual(recordsOf(query, byDay))
      }
    }),
    { numRuns: 2000 },
  )
})
