import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './dates.ts'
import {
  addWorkingDays,
  dueOn,
  isWorkingDay,
  nextWorkingDay,
  PLAIN_WEEK,
  type WorkCalendar,
  workingDaysBetween,
} from './working-days.ts'

// Tết of 2026: off from Monday 16 to Friday 20 February; Monday 23 is given too and worked in on Saturday 28.
const tet: WorkCalendar = {
  off: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23']),
  work: new Set(['2026-02-28']),
}

describe('working days', () => {
  it('are Monday to Friday in a plain week', () => {
    expect(isWorkingDay('2026-11-20', PLAIN_WEEK)).toBe(true)
    expect(isWorkingDay('2026-11-21', PLAIN_WEEK)).toBe(false)
    expect(addWorkingDays('2026-11-20', 1, PLAIN_WEEK)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-23', -1, PLAIN_WEEK)).toBe('2026-11-20')
    expect(addWorkingDays('2026-11-21', 0, PLAIN_WEEK)).toBe('2026-11-21')
  })

  it('pass over Tết and count the Saturday worked in exchange', () => {
    expect(addWorkingDays('2026-02-12', 1, tet)).toBe('2026-02-13')
    expect(addWorkingDays('2026-02-12', 2, tet)).toBe('2026-02-24')
    expect(addWorkingDays('2026-02-12', 6, tet)).toBe('2026-02-28')
    expect(workingDaysBetween('2026-02-13', '2026-03-02', tet)).toBe(6)
  })

  it('take a deadline over Tết to the next working day only when asked', () => {
    expect(dueOn('2026-02-10', { days: 10, unit: 'calendar' }, tet)).toBe('2026-02-20')
    expect(dueOn('2026-02-10', { days: 10, unit: 'calendar', endsOnWorkingDay: true }, tet)).toBe('2026-02-24')
    expect(dueOn('2026-02-10', { days: 10, unit: 'working' }, tet)).toBe('2026-03-03')
    expect(nextWorkingDay('2026-02-28', tet)).toBe('2026-02-28')
  })

  it('are counted back as they were added', () => {
    const day = fc.integer({ min: 0, max: 400 }).map(days => addDays('2026-01-01', days))
    const calendar = fc.record({
      off: fc.uniqueArray(day).map(days => new Set(days)),
      work: fc.uniqueArray(day).map(days => new Set(days)),
    })
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), calendar, (start, count, days) => {
        const from = isWorkingDay(start, days) ? start : nextWorkingDay(start, days)
        const end = addWorkingDays(from, count, days)
        expect(workingDaysBetween(from, end, days)).toBe(count)
        expect(addWorkingDays(end, -count, days)).toBe(from)
        expect(isWorkingDay(end, days)).toBe(true)
      }),
      { seed: 2026, numRuns: 200 },
    )
  })
})
