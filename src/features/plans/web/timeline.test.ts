import { describe, expect, it } from 'vitest'
import { barOf, monthShares, percent, shareOf, todayShare } from './timeline.ts'

const none = { startsOn: null, dueOn: null, occasion: null }

describe('an item on the line of its year', () => {
  it('ends with its due day and begins where it starts', () => {
    const bar = barOf({ ...none, timing: 'due', startsOn: '2026-01-01', dueOn: '2026-12-31' }, 2026)
    expect(bar).toEqual({ from: 0, to: 1, kind: 'span' })
  })

  it('begins thirty days before it is due where nothing says when', () => {
    const bar = barOf({ ...none, timing: 'due', dueOn: '2026-06-30' }, 2026)
    expect(bar).toEqual({ from: shareOf('2026-05-31', 2026), to: shareOf('2026-07-01', 2026), kind: 'span' })
    expect(barOf({ ...none, timing: 'due', dueOn: '2026-01-10' }, 2026)?.from).toBe(0)
  })

  it('is a day for an occasion, the rest of the year for what goes on, and nowhere without a time', () => {
    expect(barOf({ ...none, timing: 'occasion', dueOn: '2026-11-18' }, 2026)?.kind).toBe('day')
    expect(barOf({ ...none, timing: 'continuous', startsOn: '2026-07-02' }, 2026)).toMatchObject({ to: 1, kind: 'months' })
    expect(barOf({ ...none, timing: 'undated' }, 2026)).toBeNull()
  })

  it('has months that follow each other, also in a leap year', () => {
    for (const year of [2026, 2028]) {
      const months = monthShares(year)
      expect([months[0]!.from, months[11]!.to]).toEqual([0, 1])
      expect(months.slice(1).every((month, at) => month.from === months[at]!.to)).toBe(true)
    }
    expect(percent(shareOf('2028-03-01', 2028))).toBe('16.39%')
  })

  it('shows today in its own year only', () => {
    expect(todayShare('2026-07-02', 2026)).toBeCloseTo(182 / 365)
    expect(todayShare('2027-01-02', 2026)).toBeNull()
  })
})
