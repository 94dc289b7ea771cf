import { describe, expect, it } from 'vitest'
import { holidaysOf } from './holidays.ts'

const named = (year: number, name: string) =>
  holidaysOf(year)
    .filter(day => day.name === name)
    .map(day => day.date)

describe('the public holidays that the law proposes', () => {
  it('are eleven days a year, and one more for each on a weekend', () => {
    for (let year = 2021; year <= 2050; year++) {
      const days = holidaysOf(year)
      const weekend = days.filter(day => [0, 6].includes(new Date(`${day.date}T00:00:00Z`).getUTCDay()))
      expect(days).toHaveLength(11 + weekend.length)
      expect(new Set(days.map(day => day.date)).size).toBe(days.length)
    }
  })

  it('give Tết five days and Quốc khánh two', () => {
    expect(named(2026, 'Tết Nguyên đán')).toEqual(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'])
    expect(named(2026, 'Quốc khánh')).toEqual(['2026-09-01', '2026-09-02'])
    expect(named(2027, 'Quốc khánh')).toEqual(['2027-09-02', '2027-09-03'])
  })

  it('give back holidays on a weekend, one after the other', () => {
    expect(named(2026, 'Nghỉ bù Giỗ Tổ Hùng Vương')).toEqual(['2026-04-27'])
    // 2023: 29/4 Saturday (10/3), 30/4 Sunday, 1/5 Monday.
    expect(named(2023, 'Nghỉ bù Giỗ Tổ Hùng Vương')).toEqual(['2023-05-02'])
    expect(named(2023, 'Nghỉ bù Ngày Chiến thắng')).toEqual(['2023-05-03'])
  })
})
