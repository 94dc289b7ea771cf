import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Schedule, Target } from '../programmes/index.ts'
import { type DraftCommitment, draftItems } from './draft.ts'

const programme = { periodFrom: 2026, periodTo: 2030, parties: ['front', 'department'] }
const commitment = (schedules: Schedule[], targets: Target[] = []): DraftCommitment => ({
  id: 'one',
  clausePath: 'II/1',
  text: 'Tổ chức tuyên truyền;',
  leadBodies: ['front'],
  supportBodies: ['department'],
  others: [],
  schedules,
  targets,
  product: null,
})
const draft = (schedules: Schedule[], year = 2026, targets: Target[] = []) =>
  draftItems([commitment(schedules, targets)], programme, year)
const days = (schedules: Schedule[], year = 2026) => draft(schedules, year).items.map(item => item.dueOn)
const every = (unit: 'week' | 'month' | 'quarter' | 'half-year' | 'year', count = 1): Schedule => ({ kind: 'every', count, unit })
const by = (year: number, at: { quarter?: number; month?: number; date?: string } = {}): Schedule => ({
  kind: 'by',
  year,
  quarter: at.quarter ?? null,
  month: at.month ?? null,
  date: at.date ?? null,
  text: '',
})
const target = (per: string | null, min: number | null = 2): Target => ({ min, max: 3, unit: 'lớp', per, text: '' })
const targets = (schedules: Schedule[], per: string | null) =>
  draft(schedules, 2026, [target(per)]).items.map(item => item.target)

describe('the draft of a year', () => {
  it('puts periodic commitments at their period ends', () => {
    expect(days([every('quarter')])).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
    expect(days([every('half-year')])).toEqual(['2026-06-30', '2026-12-31'])
    expect(days([every('year')])).toEqual(['2026-12-31'])
    expect(days([every('month')])).toHaveLength(12)
    expect(draft([every('week')]).items).toMatchObject([{ timing: 'continuous', dueOn: null }])
  })

  it('makes one item of two periods that end on one day', () => {
    const { items } = draft([every('quarter'), every('half-year'), every('year')])
    expect(items.map(item => item.occasion)).toEqual([
      'Quý I',
      'Quý II, 6 tháng đầu năm',
      'Quý III',
      'Quý IV, 6 tháng cuối năm, Năm 2026',
    ])
    expect(items.at(-1)).toMatchObject({ startsOn: '2026-01-01', dueOn: '2026-12-31' })
  })

  it('puts occasions on their day, Tết by the lunar calendar', () => {
    expect(days([{ kind: 'occasion', days: ['18/11', '3/5', 'Tết', '10/3 âm lịch'] }])).toEqual([
      '2026-02-17',
      '2026-04-26',
      '2026-05-03',
      '2026-11-18',
    ])
    expect(draft([{ kind: 'occasion', days: ['18/11'] }]).items[0]).toMatchObject({ timing: 'occasion', occasion: 'Ngày 18/11' })
    expect(draft([{ kind: 'occasion', days: [] }]).items[0]).toMatchObject({ timing: 'undated' })
  })

  it('takes “ngày 18/11 hằng năm” as that day alone', () => {
    expect(days([{ kind: 'occasion', days: ['18/11'] }, every('year')])).toEqual(['2026-11-18'])
  })

  it('puts a named year into that year and sets it aside in the others', () => {
    expect(days([by(2026)])).toEqual(['2026-12-31'])
    expect(days([by(2026, { quarter: 3 })])).toEqual(['2026-09-30'])
    expect(days([by(2026, { month: 2 })])).toEqual(['2026-02-28'])
    expect(days([by(2026, { date: '2026-07-15' })])).toEqual(['2026-07-15'])
    expect(draft([by(2028)])).toMatchObject({ items: [], aside: [{ why: 'other-year', years: [2028] }] })
  })

  it('runs a span through its years and ends it on its last day', () => {
    const span: Schedule = { kind: 'span', from: 'quý III/2026', to: 'quý III/2028', text: '' }
    expect(draft([span], 2026).items).toMatchObject([{ timing: 'continuous', startsOn: '2026-07-01' }])
    expect(draft([span], 2027).items).toMatchObject([{ timing: 'continuous', startsOn: null }])
    expect(draft([span], 2028).items).toMatchObject([{ timing: 'due', dueOn: '2028-09-30' }])
    expect(draft([span], 2029)).toMatchObject({ items: [], aside: [{ years: [2026, 2027, 2028] }] })
  })

  it('closes the term in its last year', () => {
    expect(days([{ kind: 'end-of-period' }], 2030)).toEqual(['2030-12-31'])
    expect(draft([{ kind: 'end-of-period' }], 2026).aside).toMatchObject([{ years: [2030] }])
    expect(days([every('year', 5)], 2030)).toEqual(['2030-12-31'])
  })

  it('marks what tells no time, and keeps what the text calls done aside', () => {
    expect(draft([]).items).toMatchObject([{ timing: 'undated', dueOn: null }])
    expect(draft([{ kind: 'event', text: 'kịp thời' }]).items).toMatchObject([{ timing: 'undated' }])
    expect(draft([{ kind: 'continuous' }]).items).toMatchObject([{ timing: 'continuous' }])
    expect(draft([{ kind: 'done', text: 'Đã hoàn thành' }])).toMatchObject({ items: [], aside: [{ why: 'done' }] })
  })

  it('carries lead and support over; both sides lead where the text names none of them', () => {
    expect(draft([]).items[0]).toMatchObject({ leadBodies: ['front'], supportBodies: ['department'] })
    const nobody = draftItems([{ ...commitment([]), leadBodies: [], supportBodies: [] }], programme, 2026)
    expect(nobody.items[0]!.leadBodies).toEqual(['front', 'department'])
  })

  it('owes a yearly target once a year, a quarterly one each quarter, and keeps that of the term', () => {
    expect(targets([every('year')], 'năm')).toEqual([{ min: 2, max: 3, unit: 'lớp', per: 'year' }])
    expect(targets([every('half-year')], 'năm')).toEqual([null, { min: 2, max: 3, unit: 'lớp', per: 'year' }])
    expect(targets([every('half-year')], 'quý').map(one => one?.min)).toEqual([4, 4])
    expect(targets([], 'term')).toEqual([{ min: 2, max: 3, unit: 'lớp', per: 'term' }])
    expect(targets([], 'xã')).toEqual([{ min: 2, max: 3, unit: 'lớp', per: 'xã' }])
  })

  it('loses no commitment, whatever its times: each stands in the draft or is set aside', () => {
    const schedule = fc.oneof(
      fc.constant<Schedule>({ kind: 'continuous' }),
      fc
        .constantFrom(...(['week', 'month', 'quarter', 'half-year', 'year'] as const))
        .chain(unit => fc.integer({ min: 1, max: 5 }).map(count => every(unit, count))),
      fc.integer({ min: 2024, max: 2032 }).map(year => by(year)),
      fc.subarray(['18/11', '3/5', 'Tết', '31/2', 'lễ hội']).map((list): Schedule => ({ kind: 'occasion', days: list })),
      fc.constantFrom<Schedule>({ kind: 'end-of-period' }, { kind: 'event', text: '' }, { kind: 'done', text: '' }),
    )
    fc.assert(
      fc.property(fc.array(schedule, { maxLength: 4 }), fc.integer({ min: 2026, max: 2030 }), (schedules, year) => {
        const { items, aside } = draft(schedules, year)
        expect(items.length > 0).toBe(aside.length === 0)
        for (const item of items) {
          expect(['due', 'occasion'].includes(item.timing)).toBe(item.dueOn !== null)
          if (item.dueOn) expect(item.dueOn.slice(0, 4)).toBe(String(year))
        }
      }),
      { seed: 2026, numRuns: 200 },
    )
  })
})
