import { describe, expect, it } from 'vitest'
import { type BreakdownRow, toldBreakdown } from './breakdown.ts'

const row = (dimension: BreakdownRow['dimension'], label: string, count: number): BreakdownRow => ({ dimension, label, count })
const shown = (rows: BreakdownRow[], reach: number | null) => toldBreakdown(rows, reach).breakdown.map(one => one.label)

describe('a split as others than who recorded it are told', () => {
  it('keeps back a group of few and the one that would give it away', () => {
    expect(toldBreakdown([row('sex', 'Nam', 115), row('sex', 'Nữ', 2)], 117)).toEqual({ breakdown: [], few: true })
  })

  it('keeps back the only group where the whole number leaves few over', () => {
    expect(shown([row('sex', 'Nữ', 20)], 22)).toEqual([])
    expect(shown([row('sex', 'Nữ', 20)], 46)).toEqual(['Nữ'])
  })

  it('tells each dimension by itself', () => {
    const rows = [
      row('sex', 'Nam', 40),
      row('sex', 'Nữ', 40),
      row('people', 'Mông', 60),
      row('people', 'Dao', 17),
      row('people', 'Khác', 3),
    ]
    expect(shown(rows, 80)).toEqual(['Nam', 'Nữ', 'Mông'])
  })

  it('is whole where no group is small', () => {
    const rows = [row('sex', 'Nam', 40), row('sex', 'Nữ', 40)]
    expect(toldBreakdown(rows, 80)).toEqual({ breakdown: rows, few: false })
  })
})
