import { describe, expect, it } from 'vitest'
import { PLAIN_WEEK } from '../../kernel/working-days.ts'
import type { Schedule } from '../programmes/index.ts'
import { type DutyProgramme, dutiesOf, type InformingCommitment } from './duties.ts'

const programme: DutyProgramme = {
  periodFrom: 2026,
  periodTo: 2030,
  effectiveFrom: '2026-01-12',
  profile: 'nd09',
  cutoffs: null,
}
const days = { work: PLAIN_WEEK, feasts: [{ name: 'Lễ hội Katê', year: 2026, from: '2026-10-10' }] }
const every = (unit: 'month' | 'quarter' | 'half-year' | 'year', count = 1): Schedule => ({ kind: 'every', count, unit })
const on = (...names: string[]): Schedule => ({ kind: 'occasion', days: names })
const informing = (schedules: Schedule[], leadBodies: string[] = ['A']): InformingCommitment => ({
  id: 'c',
  clausePath: 'II/3',
  leadBodies,
  schedules,
})
const owed = (schedules: Schedule[], about: { lead?: string[]; year?: number; as?: Partial<DutyProgramme> } = {}) =>
  dutiesOf({ ...programme, ...about.as }, [informing(schedules, about.lead)], ['A', 'B'], about.year ?? 2026, days)
const daysOf = (schedules: Schedule[], as: Partial<DutyProgramme> = {}) =>
  owed(schedules, { as }).map(one => [one.label, one.periodFrom, one.cutoff, one.dueOn])

describe('who owes what to whom', () => {
  it('a lead informs every other party', () => {
    const found = dutiesOf(programme, [informing([every('year')], ['A'])], ['A', 'B', 'C'], 2026, days)
    expect(found.map(one => one.from + one.to)).toEqual(['AB', 'AC'])
  })

  it('of one body are those that it has and those that it is owed', () => {
    const all = dutiesOf(programme, [informing([every('year')], ['A', 'B'])], ['A', 'B', 'C'], 2026, days)
    const ofB = dutiesOf(programme, [informing([every('year')], ['A', 'B'])], ['A', 'B', 'C'], 2026, days, 'B')
    expect(all.map(one => one.from + one.to)).toEqual(['AB', 'AC', 'BA', 'BC'])
    expect(ofB).toEqual(all.filter(one => one.from === 'B' || one.to === 'B'))
  })

  it('where both lead, or none is told, each informs the other', () => {
    const pairs = (lead: string[]) => owed([every('year')], { lead }).map(one => one.from + one.to)
    expect(pairs(['A', 'B'])).toEqual(['AB', 'BA'])
    expect(pairs([])).toEqual(['AB', 'BA'])
    expect(pairs(['nobody of the programme'])).toEqual(['AB', 'BA'])
  })

  it('quarter, half-year and year stand side by side, each period once', () => {
    const found = owed([every('quarter'), every('half-year'), every('year'), every('month', 3)])
    expect(found.map(one => one.label)).toEqual([
      'Quý I/2026',
      'Quý II/2026',
      '6 tháng đầu năm 2026',
      'Quý III/2026',
      'Quý IV/2026',
      '6 tháng cuối năm 2026',
      'Năm 2026',
    ])
    expect(new Set(found.map(one => one.key)).size).toBe(7)
  })

  it('what runs on, is named once or comes with events makes no period', () => {
    expect(owed([{ kind: 'continuous' }, { kind: 'event', text: 'kịp thời' }, { kind: 'end-of-period' }])).toEqual([])
  })

  it('nothing is owed outside the programme, nor for a period closed before it took effect', () => {
    expect(owed([every('quarter')], { year: 2025 })).toEqual([])
    expect(owed([every('quarter')], { year: 2031 })).toEqual([])
    expect(owed([every('quarter')], { as: { effectiveFrom: '2026-07-01' } }).map(one => one.label)).toEqual([
      'Quý III/2026',
      'Quý IV/2026',
    ])
  })
})

describe('the days of a period', () => {
  it('follow NĐ 09, Điều 12, and are due five working days after the cut-off', () => {
    expect(daysOf([every('quarter')])).toEqual([
      ['Quý I/2026', '2025-12-15', '2026-03-14', '2026-03-20'],
      ['Quý II/2026', '2026-03-15', '2026-06-14', '2026-06-19'],
      ['Quý III/2026', '2026-06-15', '2026-09-14', '2026-09-21'],
      ['Quý IV/2026', '2026-09-15', '2026-12-14', '2026-12-21'],
    ])
    expect(daysOf([every('month')])[1]).toEqual(['Tháng 2/2026', '2026-01-15', '2026-02-14', '2026-02-20'])
    expect(daysOf([every('half-year')]).map(one => one.slice(1, 3))).toEqual([
      ['2025-12-15', '2026-06-14'],
      ['2026-06-15', '2026-12-14'],
    ])
  })

  it('are due as many working days after it as the programme says', () => {
    const due = (dueAfter: number) => daysOf([every('half-year')], { dueAfter }).map(one => one.at(-1))
    expect(due(5)).toEqual(daysOf([every('half-year')]).map(one => one.at(-1)))
    expect(due(10)).toEqual(['2026-06-26', '2026-12-28'])
  })

  it('end with the months by the calendar, February too', () => {
    expect(daysOf([every('month')], { profile: 'calendar' }).map(one => one[2])).toEqual(
      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((day, at) => `2026-${String(at + 1).padStart(2, '0')}-${day}`),
    )
  })

  it('follow cut-offs of the programme’s own, and quarters end between them', () => {
    const found = daysOf([every('quarter')], { profile: 'custom', cutoffs: { half: [5, 31], year: [11, 20] } })
    expect(found.map(one => one[2])).toEqual(['2026-02-28', '2026-05-31', '2026-08-20', '2026-11-20'])
    expect(found[0]![1]).toBe('2025-11-21')
  })

  it('skip public holidays on the way to the due date', () => {
    const work = { off: new Set(['2026-09-15', '2026-09-16']), work: new Set(['2026-09-19']) }
    const found = dutiesOf(programme, [informing([every('quarter')])], ['A', 'B'], 2026, { ...days, work })
    expect(found[2]!.dueOn).toBe('2026-09-22')
  })

  it('of several years run from the programme’s first; longer than the programme, to its last', () => {
    expect(owed([every('year', 2)]).length).toBe(0)
    expect(owed([every('year', 2)], { year: 2027 }).map(one => [one.label, one.periodFrom, one.cutoff])).toEqual([
      ['Giai đoạn 2026 - 2027', '2025-12-15', '2027-12-14'],
    ])
    expect(owed([every('year', 9)], { year: 2030 }).map(one => one.label)).toEqual(['Giai đoạn 2026 - 2030'])
  })
})

describe('occasions', () => {
  it('are due on their day, or on the working day before, and tell what was done since a year before', () => {
    expect(daysOf([on('18/11', '3/5', 'Tết')])).toEqual([
      ['Dịp Tết năm 2026', '2025-01-23', '2026-02-10', '2026-02-17'],
      ['Dịp 3/5/2026', '2025-04-26', '2026-04-24', '2026-05-01'],
      ['Dịp 18/11/2026', '2025-11-12', '2026-11-11', '2026-11-18'],
    ])
  })

  it('say all that "hằng năm" beside them would', () => {
    expect(owed([every('year'), on('18/11')]).map(one => one.label)).toEqual(['Dịp 18/11/2026'])
  })

  it('are found by the name of a feast and by the moon; what no calendar tells is left out', () => {
    expect(owed([on('Katê')])[0]!.dueOn).toBe('2026-10-09')
    expect(owed([on('10/3 âm lịch')])[0]!.dueOn).toBe('2026-04-24')
    expect(owed([on('31/2', 'ngày hội của bản')])).toEqual([])
  })
})
