import { describe, expect, it } from 'vitest'
import { amountPerCommune, type PlacedWork } from './by-commune.ts'

const work = (communes: string[], value: number | null = null, unit: string | null = null): PlacedWork => ({
  amounts: [
    { value, unit },
    { value: 40, unit: 'hộ' },
  ],
  communes,
})
const amounts = (all: PlacedWork[], unit: string | null) =>
  [...amountPerCommune(all, unit)].map(([id, one]) => [id, one.amount, one.activities])

describe('what was done in a commune against a target', () => {
  it('is as it was counted there, in whichever side of the pair has the unit', () => {
    expect(amounts([work(['a'], 2, 'mô hình'), work(['a'], 1, 'mô hình')], 'mô hình')).toEqual([['a', 3, 2]])
    expect(amounts([work(['a'], 2, 'mô hình')], 'hộ')).toEqual([['a', 40, 1]])
  })

  it('is one where it was counted in another unit, or in several communes at once', () => {
    expect(amounts([work(['a'], 5, 'buổi')], 'mô hình')).toEqual([['a', 1, 1]])
    expect(amounts([work(['a', 'b'], 5, 'mô hình')], 'mô hình')).toEqual([
      ['a', 1, 1],
      ['b', 1, 1],
    ])
  })
})
