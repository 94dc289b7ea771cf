import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SMALL_COUNT, suppress, toldCount } from './suppress.ts'

const OPTIONS = { seed: 20_261_126, numRuns: 200 }
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain(width => fc.array(fc.array(fc.nat({ max: 12 }), { minLength: width, maxLength: width }), { maxLength: 8 }))
const small = (value: number) => value > 0 && value < SMALL_COUNT
const sums = (rows: readonly number[][]) => rows[0]?.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0)) ?? []

describe('suppression of small counts', () => {
  it('tells no small count', () => {
    fc.assert(
      fc.property(tables, table => {
        const { rows } = suppress(table, row => row)
        expect(rows.filter(one => !one.hidden).flatMap(one => one.row.filter(small))).toEqual([])
      }),
      OPTIONS,
    )
  })

  it('lets no hidden row be reckoned back from the total and the others', () => {
    fc.assert(
      fc.property(tables, table => {
        const { rows, totalHidden } = suppress(table, row => row)
        const hidden = rows.filter(one => one.hidden).map(one => one.row)
        if (hidden.length === 0 || totalHidden) return
        // All that the total gives away is what the hidden rows add up to.
        expect(hidden.length).toBeGreaterThan(1)
        expect(sums(hidden).filter(small)).toEqual([])
        // A small count behind such a sum could as well have been another.
        for (const row of hidden) row.forEach((value, at) => small(value) && expect(sums(hidden)[at]! - value).toBeGreaterThan(0))
      }),
      OPTIONS,
    )
  })

  it('hides nothing where nothing is small', () => {
    const large = tables.map(table => table.map(row => row.map(value => (value === 0 ? 0 : value + SMALL_COUNT))))
    fc.assert(
      fc.property(large, table => {
        const { rows, totalHidden } = suppress(table, row => row)
        expect([rows.some(one => one.hidden), totalHidden]).toEqual([false, false])
      }),
      OPTIONS,
    )
  })

  it('takes the smallest other row along, and the total where no other is left', () => {
    const names = (table: number[][]) => suppress(table, row => row)
    expect(names([[3], [40], [9]]).rows.map(one => one.hidden)).toEqual([true, false, true])
    expect(names([[3]])).toEqual({ rows: [{ row: [3], hidden: true }], totalHidden: true })
    expect([toldCount(4), toldCount(5), toldCount(0)]).toEqual([null, 5, 0])
  })
})
