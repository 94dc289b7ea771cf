import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './dates.ts'
import { fromLunar, leapMonthOf, toLunar } from './lunar.ts'

/** First days of leap months as printed in Vietnamese calendars; that of 2031 falls a day before the Chinese one. */
const LEAP_MONTHS: [year: number, month: number, begins: string][] = [
  [2006, 7, '2006-08-24'],
  [2009, 5, '2009-06-23'],
  [2012, 4, '2012-05-21'],
  [2014, 9, '2014-10-24'],
  [2017, 6, '2017-07-23'],
  [2020, 4, '2020-05-23'],
  [2023, 2, '2023-03-22'],
  [2025, 6, '2025-07-25'],
  [2028, 5, '2028-06-23'],
  [2031, 3, '2031-04-21'],
  [2033, 11, '2033-12-22'],
]

/** First days of the twelve months of 2026 and the thirteen of 2025. */
const BEGIN_2025 = '01-29 02-28 03-29 04-28 05-27 06-25 07-25 08-23 09-22 10-21 11-20 12-20'.split(' ').map(day => `2025-${day}`)
const BEGIN_2026 = '02-17 03-19 04-17 05-17 06-15 07-14 08-13 09-11 10-10 11-09 12-09'.split(' ').map(day => `2026-${day}`)

const monthsBegun = (from: string, to: string): string[] => {
  const begun: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) if (toLunar(date).day === 1) begun.push(date)
  return begun
}

describe('lunar months', () => {
  it('begin on the printed day in years of thirteen months', () => {
    for (const [year, month, begins] of LEAP_MONTHS) {
      expect(leapMonthOf(year)).toBe(month)
      expect(fromLunar({ year, month, day: 1, leap: true })).toBe(begins)
      expect(toLunar(begins)).toEqual({ year, month, day: 1, leap: true })
      expect(toLunar(addDays(begins, -1))).toMatchObject({ year, month, leap: false })
    }
  })

  it('begin on the printed days of 2025 and 2026', () => {
    expect(monthsBegun('2025-01-29', '2025-12-31')).toEqual(BEGIN_2025)
    expect(monthsBegun('2026-02-17', '2026-12-31')).toEqual(BEGIN_2026)
  })

  it('have 29 or 30 days and follow one another without a gap', () => {
    const begun = monthsBegun('2000-01-01', '2050-12-31')
    const lengths = begun.slice(1).map((day, at) => (Date.parse(day) - Date.parse(begun[at]!)) / 86_400_000)
    expect(lengths).toHaveLength(630)
    expect(new Set(lengths)).toEqual(new Set([29, 30]))
  })

  it('have no 30th day where they are short, and none after the 30th', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2050 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const thirtieth = fromLunar({ year, month, day: 30, leap: false })
        const last = fromLunar({ year, month, day: 29, leap: false })!
        expect(toLunar(addDays(last, 1)).day).toBe(thirtieth === null ? 1 : 30)
        expect(fromLunar({ year, month, day: 31, leap: false })).toBeNull()
        expect(fromLunar({ year, month, day: 0, leap: false })).toBeNull()
      }),
      { seed: 2026, numRuns: 200 },
    )
  })
})
