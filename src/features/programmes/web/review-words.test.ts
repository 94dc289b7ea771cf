import { describe, expect, it } from 'vitest'
import { addMessages } from '../../../ui/messages/index.ts'
import { programmes } from '../../../ui/messages/vi/programmes.ts'
import type { Schedule, Target } from '../reading/result.ts'
import { depthsOf, titleLines } from './clause-tree.ts'
import { scheduleWords, targetWords } from './commitment-words.ts'
import { parseMonthDay } from './month-day.ts'

addMessages(programmes)
const by = { kind: 'by' as const, year: 2026, quarter: null, month: null, date: null, text: '' }

describe('a commitment in words', () => {
  it.each<[Schedule, string]>([
    [{ kind: 'continuous' }, 'thường xuyên'],
    [{ kind: 'every', count: 1, unit: 'half-year' }, '6 tháng một lần'],
    [{ kind: 'every', count: 5, unit: 'year' }, '5 năm một lần'],
    [{ kind: 'occasion', days: ['18/11', 'Tết'] }, 'dịp 18/11, Tết'],
    [{ ...by, quarter: 4 }, 'quý IV/2026'],
    [{ ...by, month: 6 }, 'tháng 6/2026'],
    [{ ...by, date: '2026-11-05' }, 'ngày 05/11/2026'],
    [by, 'năm 2026'],
    [{ kind: 'span', from: 'quý III/2026', to: null, text: '' }, 'từ quý III/2026'],
    [{ kind: 'event', text: 'Kịp thời' }, 'kịp thời'],
  ])('%o is done %s', (schedule, words) => {
    expect(scheduleWords(schedule)).toBe(words)
  })

  it.each<[Partial<Target>, string]>([
    [{ min: 1, max: 3, per: 'năm' }, 'từ 1 đến 3 lớp, mỗi năm'],
    [{ min: 1, max: 2, per: 'term' }, 'từ 1 đến 2 lớp, cả giai đoạn'],
    [{ min: 2, max: 2, per: 'year' }, '2 lớp, mỗi năm'],
    [{ min: 1433, max: null, per: null }, 'ít nhất 1.433 lớp'],
    [{ min: null, max: 4, per: 'xã' }, 'nhiều nhất 4 lớp, mỗi xã'],
  ])('%o asks for %s', (target, words) => {
    expect(targetWords({ min: null, max: null, unit: 'lớp', per: null, text: '', ...target })).toBe(words)
  })
})

describe('the paper on the screen', () => {
  it('sets the kind of a paper in capitals above what it is about', () => {
    expect(titleLines('Chương trình phối hợp công tác giữa A và B giai đoạn 2026 - 2030')).toEqual([
      'CHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC',
      'giữa A và B giai đoạn 2026 - 2030',
    ])
    expect(titleLines('Quy chế')).toEqual(['QUY CHẾ', ''])
  })

  it('hangs clauses as deep as their parents say', () => {
    const clauses = [
      { path: 'II', parent: null },
      { path: 'II/1', parent: 'II' },
      { path: 'II/1/1.2', parent: 'II/1' },
    ]
    expect([...depthsOf(clauses).values()]).toEqual([0, 1, 2])
  })

  it('takes a day and month only where there is one', () => {
    expect(['14/6', '31/12', '29/2', '31/4', '0/5', '6', '14/13'].map(parseMonthDay)).toEqual([
      [6, 14],
      [12, 31],
      [2, 29],
      null,
      null,
      null,
      null,
    ])
  })
})
