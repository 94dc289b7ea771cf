import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SMALL_COUNT } from '../../kernel/suppress.ts'
import { OUTCOME_KEYS, outcomeOf } from './indicators.ts'
import { toldOf, whyNotReported } from './rules.ts'

const code = (why: { code: string } | null) => why?.code ?? null
const report = {
  indicator: 'early-marriage' as const,
  year: 2025,
  issuedOn: '2026-01-12',
  figures: [{ communeId: 'a', value: 7 }],
}
const TODAY = '2026-11-20'

describe('an official report', () => {
  it('exists, and comes after the year that it tells of has begun', () => {
    expect(code(whyNotReported(report, TODAY))).toBeNull()
    expect(code(whyNotReported({ ...report, issuedOn: '2026-12-01' }, TODAY))).toBe('outcomes.not-yet')
    expect(code(whyNotReported({ ...report, issuedOn: '2024-12-31' }, TODAY))).toBe('outcomes.before-year')
  })
  it('counts whole numbers, tells shares up to all, and each commune once', () => {
    expect(code(whyNotReported({ ...report, figures: [{ communeId: 'a', value: 1.5 }] }, TODAY))).toBe('outcomes.whole-numbers')
    const share = { ...report, indicator: 'health-insurance' as const }
    expect(code(whyNotReported({ ...share, figures: [{ communeId: 'a', value: 97.4 }] }, TODAY))).toBeNull()
    expect(code(whyNotReported({ ...share, figures: [{ communeId: 'a', value: 101 }] }, TODAY))).toBe('outcomes.above-all')
    expect(code(whyNotReported({ ...report, figures: [...report.figures, ...report.figures] }, TODAY))).toBe(
      'outcomes.commune-twice',
    )
  })
})

describe('what is told beyond the body that entered it', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 14 })
  const toFigures = (values: readonly number[]) => values.map((value, at) => ({ communeId: String(at), value }))

  it('is no count under five, and none that can be reckoned back from the total', () => {
    fc.assert(
      fc.property(figures, values => {
        const { cells, total } = toldOf('early-marriage', toFigures(values))
        const hidden = values.filter((_, at) => cells[at]!.told === null)
        const isSmall = (value: number) => value > 0 && value < SMALL_COUNT
        expect(cells.some(({ told }) => told !== null && isSmall(told))).toBe(false)
        if (total === null || hidden.length === 0) return
        expect(hidden.length).toBeGreaterThan(1)
        const rest = total - cells.reduce((sum, { told }) => sum + (told ?? 0), 0)
        expect(isSmall(rest)).toBe(false)
      }),
      { numRuns: 200, seed: 52 },
    )
  })
  it('is no small count by subtraction from what was told before', () => {
    const first = toldOf('early-marriage', toFigures([3, 7, 10]))
    expect([first.total, first.cells.map(cell => cell.told)]).toEqual([20, [null, null, 10]])
    const again = (values: readonly number[], own = true, before = first) =>
      toldOf('early-marriage', toFigures(values), [{ ...before, own }])
    const more = again([3, 7, 10, 4])
    expect([more.total, more.cells.map(cell => cell.told)]).toEqual([null, [null, null, 10, null]])
    expect(again([3, 7, 10, 4], true, more).total).toBeNull()
    expect(again([6, 7, 10])).toEqual({ ...first, total: 23 })
    expect(again([3, 7, 10], false)).toEqual({ ...first, total: null })
    const whole = toldOf('early-marriage', toFigures([6, 7, 10]))
    expect(again([3, 7, 10], true, whole)).toEqual({ ...first, total: null })
    expect(again([8, 7, 10], true, whole).total).toBe(25)
  })
  it('is every figure and the total where none is small, and nothing but figures for a share', () => {
    expect(toldOf('early-marriage', toFigures([0, 9, 12]))).toEqual({
      cells: [0, 9, 12].map((told, at) => ({ communeId: String(at), told })),
      total: 21,
    })
    expect(toldOf('health-insurance', toFigures([3]))).toEqual({ cells: [{ communeId: '0', told: 3 }], total: null })
  })
})

it('every indicator is a count or a share, in a unit', () => {
  const odd = OUTCOME_KEYS.map(outcomeOf).filter(one => one.unit === '' || (one.measure === 'share') !== (one.unit === '%'))
  expect(odd).toEqual([])
})
