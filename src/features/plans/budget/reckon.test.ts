import { describe, expect, it } from 'vitest'
import type { BudgetLine } from './contract.ts'
import { bySource, sumsOfLines, warningsOf } from './reckon.ts'
import { whyNotLine, whyNotSpend } from './rules.ts'

const line = (change: Partial<BudgetLine>): BudgetLine => ({
  id: 'dòng',
  itemId: 'mục-1',
  bodyId: 'mặt-trận',
  position: 1,
  version: 1,
  content: 'Nước uống đại biểu',
  unit: 'người',
  quantity: 40,
  times: 2,
  norm: 20_000,
  basis: null,
  source: 'own',
  sourceDetail: null,
  note: null,
  spendings: [],
  ...change,
})
const spending = (amount: number, activityId: string | null = null) => [
  { id: 'chi', amount, spentOn: '2026-05-01', note: null, activityId },
]
const kinds = (lines: BudgetLine[], dropped: string[] = []) => warningsOf(lines, new Set(dropped)).map(one => one.kind)

describe('sums of a budget', () => {
  it('estimate is quantity × times × norm, left is what was not yet spent', () => {
    const lines = [line({}), line({ quantity: 0.5, times: 1, norm: 3_000_001, spendings: spending(400_000) })]
    expect(sumsOfLines(lines)).toEqual({ estimate: 3_100_001, spent: 400_000, left: 2_700_001 })
  })

  it('keeps each side’s own budget apart, and takes one component of a programme as one source', () => {
    const ntp = { source: 'ntp' as const, sourceDetail: 'Dự án 6' }
    const lines = [line({}), line({ bodyId: 'sở' }), line(ntp), line({ ...ntp, bodyId: 'sở', sourceDetail: 'DỰ ÁN 6' })]
    expect(bySource(lines).map(one => one.lines.length)).toEqual([1, 1, 2])
  })
})

describe('warnings', () => {
  it('tell of an item and of a content that is charged to two sources', () => {
    const other = { source: 'other' as const, sourceDetail: 'Quỹ Vì người nghèo' }
    expect(kinds([line({}), line({ ...other, content: 'Thuê xe' })])).toEqual(['item-sources'])
    expect(kinds([line({}), line({ ...other, content: 'nước uống đại biểu' })])).toEqual(['item-sources', 'content-sources'])
    expect(kinds([line({}), line({ content: 'Thuê xe' })])).toEqual([])
  })

  it('tell of an activity that was paid from two sources, of overspending and of an item left out', () => {
    const paid = [
      line({ spendings: spending(1000, 'lớp') }),
      line({ itemId: 'mục-2', bodyId: 'sở', spendings: spending(1, 'lớp') }),
    ]
    expect(kinds(paid)).toEqual(['activity-sources'])
    expect(kinds([line({ spendings: spending(1_600_001) })])).toEqual(['overspent'])
    expect(kinds([line({})], ['mục-1'])).toEqual(['item-dropped'])
  })
})

describe('a line', () => {
  const fields = line({})
  it('is refused with a negative amount, with four decimal places, and with a source that nobody names', () => {
    expect(whyNotLine(fields)).toBeNull()
    expect(whyNotLine({ ...fields, norm: -1 })?.code).toBe('plans.budget-negative')
    expect(whyNotLine({ ...fields, quantity: -0.5 })?.code).toBe('plans.budget-negative')
    expect(whyNotLine({ ...fields, times: 1.0005 })?.code).toBe('plans.budget-places')
    expect(whyNotLine({ ...fields, norm: 10 ** 12 })?.code).toBe('plans.budget-too-large')
    expect(whyNotLine({ ...fields, source: 'ntp' })?.code).toBe('plans.budget-source')
  })

  it('takes spending from the first of January to the end of the next one, and none ahead of today', () => {
    const spend = (spentOn: string, today = '2027-03-01', amount = 1) => whyNotSpend({ amount, spentOn }, 2026, today)?.code
    expect([spend('2026-01-01'), spend('2027-01-31')]).toEqual([undefined, undefined])
    expect([spend('2025-12-31'), spend('2027-02-01')]).toEqual(['plans.spending-outside', 'plans.spending-outside'])
    expect(spend('2026-05-02', '2026-05-01')).toBe('plans.spending-ahead')
    expect(spend('2026-05-01', '2026-05-01', 0)).toBe('plans.spending-amount')
  })
})
