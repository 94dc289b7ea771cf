import { describe, expect, it } from 'vitest'
import { amountPerPlace, isNamed, type PlacedWork, placeCounted } from './amount-per-place.ts'

const work = (places: string[], value: number | null = null, unit: string | null = null): PlacedWork => ({
  amounts: [
    { value, unit },
    { value: 40, unit: 'hộ' },
  ],
  places,
})
const amounts = (all: PlacedWork[], unit: string | null) =>
  [...amountPerPlace(all, unit)].map(([id, one]) => [id, one.amount, one.activities])

describe('what was done in a place against a target', () => {
  it('is as it was counted there, in whichever side of the pair has the unit', () => {
    expect(amounts([work(['a'], 2, 'mô hình'), work(['a'], 1, 'mô hình')], 'mô hình')).toEqual([['a', 3, 2]])
    expect(amounts([work(['a'], 2, 'mô hình')], 'hộ')).toEqual([['a', 40, 1]])
  })

  it('is one where it was counted in another unit, or in several places at once', () => {
    expect(amounts([work(['a'], 5, 'buổi')], 'mô hình')).toEqual([['a', 1, 1]])
    expect(amounts([work(['a', 'b'], 5, 'mô hình')], 'mô hình')).toEqual([
      ['a', 1, 1],
      ['b', 1, 1],
    ])
  })
})

it('work that was in other places besides counts once in the one that is asked for', () => {
  const work = { amounts: [{ value: 3, unit: 'lớp' }], places: ['v'] }
  const amountOf = (elsewhere: boolean) => amountPerPlace([{ ...work, elsewhere }], 'lớp').get('v')?.amount
  expect([amountOf(false), amountOf(true)]).toEqual([3, 1])
})

describe('work and the places that a target is for', () => {
  const commune = { id: 'a', kind: 'commune', parentId: 'province' }
  const village = { id: 'v', kind: 'village', parentId: 'a' }

  it('counts for a commune what was in its villages, and for a village only what was in it', () => {
    expect([placeCounted('commune', village), placeCounted('commune', commune)]).toEqual(['a', 'a'])
    expect([placeCounted('village', village), placeCounted('village', commune)]).toEqual(['v', null])
  })

  it('takes an item that names a commune to mean its villages, and one that names a village its commune', () => {
    expect([isNamed([commune], village), isNamed([village], commune)]).toEqual([true, true])
    expect(isNamed([village], { id: 'w', parentId: 'a' })).toBe(false)
  })
})
