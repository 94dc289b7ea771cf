import { describe, expect, it } from 'vitest'
import { PLAIN_WEEK } from '../../kernel/working-days.ts'
import type { PackageState } from './contract.ts'
import { dutiesOf } from './duties.ts'
import { figuresOf } from './figures.ts'
import { matrixOf, type PackageFacts } from './matrix.ts'
import { uniqueNames } from './pack-zip.ts'
import { whyNotPeriod } from './rules.ts'
import { unmetOf } from './unmet.ts'

const programme = { periodFrom: 2026, periodTo: 2030, effectiveFrom: '2026-01-01', profile: 'nd09' as const, cutoffs: null }
const days = { work: PLAIN_WEEK, feasts: [] }
const commitment = {
  id: 'c',
  clausePath: 'II/3',
  leadBodies: ['A', 'B'],
  schedules: [{ kind: 'every' as const, count: 1, unit: 'quarter' as const }],
}
const duties = dutiesOf(programme, [commitment], ['A', 'B'], 2026, days)
const keyOf = (from: string, quarter: number) =>
  duties.find(one => one.from === from && one.periodKey === `2026-q${quarter}`)!.key
let serial = 0
const packed = (dutyKey: string, state: PackageState, sentOn: string | null = null): PackageFacts => ({
  id: `p${++serial}`,
  dutyKey,
  state,
  sentOn,
  receivedOn: null,
})
const stateOf = (packages: PackageFacts[], today: string, quarter = 3) =>
  matrixOf(duties, packages, today).rows.find(row => row.from === 'A')!.cells[`2026-q${quarter}`]!

describe('the matrix of duties', () => {
  it('has a row for each side and a column for each period, by due date', () => {
    const { rows, columns } = matrixOf(duties, [], '2026-06-19')
    expect(rows.map(row => [row.from, row.to, row.kind, Object.keys(row.cells).length])).toEqual([
      ['A', 'B', 'periodic', 4],
      ['B', 'A', 'periodic', 4],
    ])
    expect(columns.map(column => column.label)).toEqual(['Quý I/2026', 'Quý II/2026', 'Quý III/2026', 'Quý IV/2026'])
  })

  it('tells what is missing only once its day is past', () => {
    expect(stateOf([], '2026-09-21').state).toBe('not-due')
    expect(stateOf([], '2026-09-22').state).toBe('missing')
    expect(stateOf([packed(keyOf('A', 3), 'draft')], '2026-09-22')).toMatchObject({ state: 'missing', draft: true })
  })

  it('judges by the day of sending, once it is received', () => {
    expect(stateOf([packed(keyOf('A', 3), 'sent', '2026-09-21')], '2026-09-30').state).toBe('sent')
    expect(stateOf([packed(keyOf('A', 3), 'received', '2026-09-21')], '2026-09-30').state).toBe('on-time')
    expect(stateOf([packed(keyOf('A', 3), 'received', '2026-09-22')], '2026-09-30')).toMatchObject({
      state: 'late',
      sentLate: true,
    })
  })

  it('shows a return until a new package stands in its place', () => {
    const returned = packed(keyOf('A', 3), 'returned', '2026-09-16')
    expect(stateOf([returned], '2026-09-17')).toMatchObject({ state: 'returned', packageId: returned.id })
    const again = packed(keyOf('A', 3), 'sent', '2026-09-18')
    expect(stateOf([returned, again], '2026-09-18')).toMatchObject({ state: 'sent', packageId: again.id })
    expect(stateOf([again, returned], '2026-09-18')).toMatchObject({ state: 'sent', packageId: again.id })
  })

  it('knows nothing of one side from the packages of the other', () => {
    expect(stateOf([packed(keyOf('B', 3), 'received', '2026-09-16')], '2026-09-22').state).toBe('missing')
  })
})

describe('duties that were not met', () => {
  const period = { from: '2026-01-01', to: '2026-09-30' }
  const unmet = (packages: PackageFacts[]) =>
    unmetOf(duties, packages, period).flatMap(one => (one.from === 'A' ? [`${one.label} ${one.standing}`] : []))

  it('are those that fell due in the time and for which nothing came, or what came was sent back', () => {
    expect(unmet([packed(keyOf('A', 2), 'returned', '2026-06-16')])).toEqual([
      'Quý I/2026 missing',
      'Quý II/2026 missing',
      'Quý III/2026 missing',
    ])
  })

  it('are late where it was sent after its day, received or not', () => {
    const packages = [
      packed(keyOf('A', 1), 'received', '2026-03-16'),
      packed(keyOf('A', 2), 'sent', '2026-08-01'),
      packed(keyOf('A', 3), 'received', '2026-11-01'),
    ]
    expect(unmet(packages)).toEqual(['Quý II/2026 late', 'Quý III/2026 late'])
  })
})

describe('what cannot be owed', () => {
  it('is a period whose due date lies before its start', () => {
    const cutoffs = { half: [6, 14] as [number, number], year: [1, 5] as [number, number] }
    const half = {
      ...commitment,
      leadBodies: ['A'],
      schedules: [{ kind: 'every' as const, count: 1, unit: 'half-year' as const }],
    }
    const found = dutiesOf({ ...programme, profile: 'custom', cutoffs }, [half], ['A', 'B'], 2026, days)
    const codes = Object.fromEntries(found.map(one => [one.label, whyNotPeriod(one)?.code]))
    expect(codes).toEqual({ '6 tháng đầu năm 2026': undefined, '6 tháng cuối năm 2026': 'exchange.due-before-start' })
    expect(duties.filter(one => whyNotPeriod(one) !== null)).toEqual([])
  })
})

describe('what a package holds', () => {
  it('adds up count pairs by kind and unit', () => {
    const one = { id: 'a', title: '', heldOn: '2026-07-01', heldTo: null, place: '', money: 5_000_000 }
    const count = (value: number, unit: string) => ({ value, unit })
    const found = figuresOf([
      { ...one, kind: 'training', count: count(1, 'lớp'), reach: count(40, 'lượt học viên') },
      { ...one, kind: 'communication', count: count(2, 'buổi'), reach: null, money: null },
      { ...one, kind: 'training', count: count(2, 'lớp'), reach: count(77, 'lượt học viên') },
    ])
    expect(found).toEqual([
      { kind: 'communication', activities: 1, amounts: [count(2, 'buổi')], money: 0 },
      { kind: 'training', activities: 2, amounts: [count(3, 'lớp'), count(117, 'lượt học viên')], money: 10_000_000 },
    ])
  })

  it('names each file once, without signs that a file system refuses', () => {
    expect(uniqueNames(['biên bản.pdf', 'Biên bản.pdf', '../a:b.txt', 'x', 'x'])).toEqual([
      'biên bản.pdf',
      'Biên bản (2).pdf',
      '-a-b.txt',
      'x',
      'x (2)',
    ])
  })
})
