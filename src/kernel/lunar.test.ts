import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shared } from '../../test/shared.ts'
import { addDays } from './dates.ts'
import { fromLunar, leapMonthOf, lunarNewYear, toLunar } from './lunar.ts'

describe('the lunar calendar', () => {
  it('knows the Tết of years in which Vietnam and China part', () => {
    expect(lunarNewYear(1985)).toBe('1985-01-21')
    expect(lunarNewYear(2007)).toBe('2007-02-17')
    expect(lunarNewYear(2026)).toBe('2026-02-17')
  })

  it('knows a year of thirteen months', () => {
    expect(leapMonthOf(2025)).toBe(6)
    expect(leapMonthOf(2026)).toBeNull()
    expect(fromLunar({ year: 2026, month: 6, day: 1, leap: true })).toBeNull()
  })

  it('finds every day again that it has named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), days => {
        const date = addDays('1960-01-01', days)
        expect(fromLunar(toLunar(date))).toBe(date)
      }),
      { seed: 2026, numRuns: 200 },
    )
  })
})

describe.skipIf(!shared)('the published table of Tết and leap months', () => {
  const rows = shared ? readFileSync(join(shared, 'data/lunar/tet-2000-2050.csv'), 'utf8').trim().split('\n').slice(1) : []
  it('agrees in all 51 years', () => {
    const ours = rows.map(row => {
      const year = Number(row.split(',')[0])
      return `${year} ${lunarNewYear(year)} ${leapMonthOf(year) ?? ''}`
    })
    const theirs = rows.map(row => {
      const [year, tet, , , leap] = row.split(',')
      return `${year} ${tet} ${leap?.trim() ?? ''}`
    })
    expect(ours).toHaveLength(51)
    expect(ours).toEqual(theirs)
  })
})
