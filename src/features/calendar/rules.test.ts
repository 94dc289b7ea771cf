import { describe, expect, it } from 'vitest'
import { dueOn } from '../../kernel/working-days.ts'
import type { CalendarDay } from './contract.ts'
import { mergeDays, mergeFeasts, whyNotConfirm, whyNotView, workCalendarOf } from './rules.ts'

const decided = (date: string, kind: CalendarDay['kind'], name: string): CalendarDay => ({
  date,
  kind,
  name,
  decided: { id: date, version: 1, by: 'Thông báo số 01/TB-SNV' },
})

describe('the working calendar of a year', () => {
  it('takes a deadline over Tết with a swapped working day', () => {
    const tetSwap = [decided('2027-02-12', 'swapped-off', 'Nghỉ hoán đổi'), decided('2027-02-20', 'swapped-work', 'Làm bù')]
    const plain = workCalendarOf(mergeDays([2027], []))
    const swapped = workCalendarOf(mergeDays([2027], tetSwap))
    // Tết 2027: 5–9/2 and two days in return for Saturday 6 and Sunday 7, so 10 and 11 as well.
    const fiveDays = { days: 5, unit: 'working' } as const
    expect(dueOn('2027-02-03', fiveDays, plain)).toBe('2027-02-17')
    expect(dueOn('2027-02-03', fiveDays, swapped)).toBe('2027-02-18')
    expect(dueOn('2027-02-03', { days: 7, unit: 'working' }, swapped)).toBe('2027-02-20')
    expect(dueOn('2027-02-03', { days: 9, unit: 'calendar', endsOnWorkingDay: true }, swapped)).toBe('2027-02-15')
  })

  it('lays a decision over the proposal of the same day', () => {
    const days = mergeDays(
      [2026],
      [decided('2026-09-01', 'swapped-work', 'Làm việc'), decided('2026-09-03', 'holiday', 'Quốc khánh')],
    )
    expect(days.filter(day => day.date.startsWith('2026-09')).map(day => [day.date, day.kind])).toEqual([
      ['2026-09-01', 'swapped-work'],
      ['2026-09-02', 'holiday'],
      ['2026-09-03', 'holiday'],
    ])
  })
})

describe('the feasts of a year', () => {
  it('take the confirmed days in place of the estimate', () => {
    const confirmation = {
      id: 'a',
      version: 1,
      key: 'kate',
      from: '2026-11-07',
      to: '2026-11-09',
      source: 'Thông báo',
      body: 'Sở',
    }
    const kate = mergeFeasts(2026, [confirmation]).find(feast => feast.key === 'kate')
    expect(kate).toMatchObject({ from: '2026-11-07', to: '2026-11-09', estimate: false, movable: true })
  })

  it('are confirmed only where they move, and within their year', () => {
    const kate = { year: 2026, key: 'kate', from: '2026-10-09', to: '2026-10-11' }
    expect(whyNotConfirm(kate)).toBeNull()
    expect(whyNotConfirm({ ...kate, key: 'mat-tran' })?.code).toBe('calendar.not-movable')
    expect(whyNotConfirm({ ...kate, key: 'khong-co' })?.code).toBe('not-found')
    expect(whyNotConfirm({ ...kate, to: '2026-10-08' })?.code).toBe('calendar.ends-before-start')
    expect(whyNotConfirm({ ...kate, year: 2025 })?.code).toBe('calendar.other-year')
    expect(whyNotConfirm({ ...kate, to: '2026-11-09' })?.code).toBe('calendar.feast-too-long')
  })
})

describe('a view of the calendar', () => {
  it('holds at most two months', () => {
    expect(whyNotView('2026-11-01', '2026-11-30')).toBeNull()
    expect(whyNotView('2026-11-30', '2026-11-01')?.code).toBe('calendar.ends-before-start')
    expect(whyNotView('2026-01-01', '2026-12-31')?.code).toBe('calendar.view-too-long')
  })
})
