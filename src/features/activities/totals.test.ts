import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, addMonths } from '../../kernel/dates.ts'
import { monthsOf } from './totals.ts'

it('takes whole months by their first days, and the parts before and after them', () => {
  expect(monthsOf({})).toEqual({ whole: {}, parts: [] })
  expect(monthsOf({ from: '2026-01-01', to: '2026-03-31' })).toEqual({
    whole: { from: '2026-01-01', to: '2026-03-01' },
    parts: [],
  })
  expect(monthsOf({ from: '2025-12-15', to: '2026-06-14' })).toEqual({
    whole: { from: '2026-01-01', to: '2026-05-01' },
    parts: [
      { from: '2025-12-15', to: '2025-12-31' },
      { from: '2026-06-01', to: '2026-06-14' },
    ],
  })
  expect(monthsOf({ from: '2026-02-02', to: '2026-02-20' })).toEqual({
    whole: null,
    parts: [{ from: '2026-02-02', to: '2026-02-20' }],
  })
})

it('holds every day of a stretch once, and no other', () => {
  const day = fc.nat(900).map(days => addDays('2024-01-01', days))
  fc.assert(
    fc.property(day, day, day, (one, other, asked) => {
      const [from, to] = [one, other].toSorted() as [string, string]
      const { whole, parts } = monthsOf({ from, to })
      const months = whole ? [{ from: whole.from!, to: addDays(addMonths(whole.to!, 1), -1) }] : []
      const holding = [...months, ...parts].filter(part => part.from! <= asked && asked <= part.to!)
      expect(holding).toHaveLength(from <= asked && asked <= to ? 1 : 0)
    }),
    { seed: 4, numRuns: 500 },
  )
})
