import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { type ItemSums, NO_WORK, type ProgressItem, printProgress, progressOf, tickOf } from './progress.ts'

const base: ProgressItem = {
  year: 2026,
  timing: 'due',
  startsOn: '2026-04-01',
  dueOn: '2026-06-30',
  occasion: null,
  target: null,
  closed: false,
  dropped: false,
}
const item = (change: Partial<ProgressItem> = {}): ProgressItem => ({ ...base, ...change })
const sums = (change: Partial<ItemSums> = {}): ItemSums => ({ ...NO_WORK, ...change })
const classes = { min: 2, max: 3, unit: 'lớp', per: 'year' }
const state = (one: ProgressItem, work: ItemSums, today: string) => progressOf(one, work, today).state
const of = (...states: Parameters<typeof tickOf>[0][number]['state'][]) =>
  tickOf(states.map(one => ({ state: one, activities: one === 'going-on' ? 1 : 0 })))

describe('progress', () => {
  it('follows the calendar while nothing is done: not due, to do, late', () => {
    expect(state(item(), NO_WORK, '2026-03-31')).toBe('not-due')
    expect(state(item(), NO_WORK, '2026-06-30')).toBe('to-do')
    expect(state(item(), NO_WORK, '2026-07-01')).toBe('late')
  })

  it('is done when the sum in the target’s unit reaches its minimum, however its marks are placed', () => {
    const hoa = item({ target: { ...classes, unit: 'buổi hoà giải' } })
    expect(state(item({ target: classes }), sums({ activities: 1, units: { lớp: 1, 'lượt học viên': 50 } }), '2026-05-01')).toBe(
      'going-on',
    )
    expect(state(item({ target: classes }), sums({ activities: 1, units: { lớp: 2 } }), '2026-08-01')).toBe('done')
    expect(state(hoa, sums({ activities: 1, units: { 'buổi hòa giải': 2 } }), '2026-05-01')).toBe('done')
  })

  it('without a target is done only by closing', () => {
    expect(state(item(), sums({ activities: 9 }), '2026-05-01')).toBe('going-on')
    expect(state(item({ closed: true }), sums({ activities: 1 }), '2026-05-01')).toBe('done')
  })

  it('shows twelve boxes for what runs all year, which is silent or going on but never late', () => {
    const running = item({ timing: 'continuous', startsOn: null, dueOn: null })
    expect(state(running, NO_WORK, '2027-02-01')).toBe('silent')
    const worked = progressOf(running, sums({ activities: 2, months: [3, 11] }), '2027-02-01')
    expect(worked.state).toBe('going-on')
    expect(worked.months?.flatMap((worked, month) => (worked ? [month + 1] : []))).toEqual([3, 11])
    expect(printProgress(worked, running, sums({ activities: 2 }))).toBe('2/12 tháng')
  })

  it('ticks a year by its items', () => {
    expect(of('done', 'done')).toBe('done')
    expect(of('done', 'not-due')).toBe('going-on')
    expect(of('late', 'to-do')).toBe('silent')
    expect(of('not-due', 'dropped')).toBe('not-due')
  })
})

const dayOfYear = fc.integer({ min: 0, max: 800 }).map(days => addDays('2025-12-01', days))
const anyItem = fc.record({
  timing: fc.constantFrom('due', 'continuous', 'undated'),
  target: fc.option(fc.record({ min: fc.option(fc.integer({ min: 0, max: 9 })), max: fc.constant(null) })),
  closed: fc.boolean(),
})
const madeOf = ({ timing, target, closed }: typeof anyItem extends fc.Arbitrary<infer T> ? T : never): ProgressItem =>
  item({
    timing: timing as ProgressItem['timing'],
    startsOn: null,
    dueOn: timing === 'due' ? '2026-06-30' : null,
    target: target && { ...target, unit: 'lớp', per: null },
    closed,
  })
const anyWork = fc.record({ activities: fc.integer({ min: 0, max: 9 }), lớp: fc.integer({ min: 0, max: 12 }) })
const workOf = ({ activities, lớp }: { activities: number; lớp: number }) =>
  sums({ activities, units: activities > 0 ? { lớp } : {} })
const RANK: Record<string, number> = { 'not-due': 0, 'to-do': 0, silent: 0, late: 0, 'going-on': 1, done: 2 }

describe('progress, whatever happens', () => {
  it('is never lowered by one activity more', () => {
    fc.assert(
      fc.property(anyItem, anyWork, fc.nat(5), dayOfYear, (one, work, more, today) => {
        const before = progressOf(madeOf(one), workOf(work), today)
        const after = progressOf(
          madeOf(one),
          workOf({ activities: work.activities + 1, lớp: (work.activities > 0 ? work.lớp : 0) + more }),
          today,
        )
        expect(RANK[after.state]!).toBeGreaterThanOrEqual(RANK[before.state]!)
        expect(after.reached ?? 0).toBeGreaterThanOrEqual(before.reached ?? 0)
      }),
      { seed: 2026, numRuns: 200 },
    )
  })

  it('is never made done by time alone', () => {
    fc.assert(
      fc.property(anyItem, anyWork, dayOfYear, fc.nat(900), (one, work, today, later) => {
        const done = (day: string) => state(madeOf(one), workOf(work), day) === 'done'
        expect(done(addDays(today, later))).toBe(done(today))
      }),
      { seed: 2026, numRuns: 200 },
    )
  })
})
