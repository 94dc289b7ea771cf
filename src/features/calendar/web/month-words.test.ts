import { describe, expect, it } from 'vitest'
import { monthAfter, monthWord, parseMonth, weeksAround } from './month-words.ts'

describe('a month in the address', () => {
  it('is read as it is written, and is this month where it is none', () => {
    expect(parseMonth('2027-02', '2026-11-21')).toEqual({ year: 2027, month: 2 })
    for (const word of ['', '2027-13', '2027-00', '1890-01', 'x'])
      expect(parseMonth(word, '2026-11-21')).toEqual({ year: 2026, month: 11 })
    expect(monthWord({ year: 2027, month: 2 })).toBe('2027-02')
  })

  it('has neighbours over the year', () => {
    expect(monthAfter({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 })
    expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 })
  })

  it('is shown in whole weeks', () => {
    expect(weeksAround({ year: 2026, month: 11 })).toEqual({ from: '2026-10-26', to: '2026-12-06' })
    // February 2027 is four weeks exactly.
    expect(weeksAround({ year: 2027, month: 2 })).toEqual({ from: '2027-02-01', to: '2027-02-28' })
  })
})
