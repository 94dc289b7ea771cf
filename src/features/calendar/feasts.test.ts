import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shared } from '../../../test/shared.ts'
import { yearOf } from '../../kernel/dates.ts'
import { feastsOf } from './feasts.ts'

const feast = (year: number, key: string) => feastsOf(year).find(one => one.key === key)!

describe('the days of note', () => {
  it('stand on their fixed day, and are no estimate', () => {
    expect(feast(2026, 'mat-tran')).toMatchObject({ from: '2026-11-18', to: '2026-11-18', estimate: false })
    expect(feast(2026, 'cong-tac-dan-toc')).toMatchObject({ from: '2026-05-03', estimate: false })
    expect(feast(2026, 'dan-van')).toMatchObject({ from: '2026-10-15', estimate: false })
  })

  it('follow the Vietnamese moon', () => {
    expect(feast(2030, 'tet')).toMatchObject({ from: '2030-02-02', to: '2030-02-04' })
    expect(feast(2026, 'gio-to').from).toBe('2026-04-26')
    expect(feast(2031, 'phat-dan').from).toBe('2031-06-04')
    expect(feast(2028, 'ok-om-bok').from).toBe('2028-11-30')
    expect(feast(2026, 'sene-dolta')).toMatchObject({ from: '2026-10-08', to: '2026-10-10', estimate: true })
  })

  it('know Easter', () => {
    expect([2024, 2025, 2026, 2038].map(year => feast(year, 'phuc-sinh').from)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2038-04-25',
    ])
  })

  it('have every key once a year, in their year and in order, also where Ramưwan comes twice', () => {
    for (let year = 2000; year <= 2050; year++) {
      const feasts = feastsOf(year)
      expect(new Set(feasts.map(one => one.key)).size).toBe(feasts.length)
      expect(feasts.map(one => one.from)).toEqual(feasts.map(one => one.from).toSorted())
      expect(feasts.filter(one => one.to < one.from)).toEqual([])
    }
    expect(feast(2030, 'ramuwan').to).toBe('2030-01-06')
    expect(feast(2030, 'ramuwan-2').to).toBe('2030-12-26')
  })
})

describe.skipIf(!shared)('the estimates of Katê and Ramưwan', () => {
  const rows = shared ? readFileSync(join(shared, 'data/lunar/cham-dates.csv'), 'utf8').trim().split('\n').slice(1) : []
  const dates = rows.map(row => ({ key: row.startsWith('Katê') ? 'kate' : 'ramuwan', date: row.split(',')[2]! }))

  it('hold every day that was announced', () => {
    expect(dates.length).toBeGreaterThan(10)
    const missed = dates.filter(({ key, date }) => {
      const { from, to, estimate } = feast(yearOf(date), key)
      return !estimate || date < from || date > to
    })
    expect(missed).toEqual([])
  })
})
