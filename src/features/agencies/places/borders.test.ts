import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Borders, redraw, wholeIn } from './borders.ts'

const whole = (onId: string) => [{ onId, share: 1 }]
const merged: Borders = new Map([
  ['A', whole('N')],
  ['B', whole('N')],
])
const split = (share: number | null): Borders =>
  new Map([
    [
      'A',
      [
        { onId: 'N', share },
        { onId: 'M', share: share === null ? null : 1 - share },
      ],
    ],
  ])
const figures = [
  { placeId: 'A', value: 30 },
  { placeId: 'B', value: 12 },
]

describe('a series on the borders of another day', () => {
  it('adds up the parts of what was merged, and leaves what stands', () => {
    expect([...redraw([...figures, { placeId: 'C', value: 5 }], merged, 'count')]).toEqual([
      ['N', { value: 42, unlike: null }],
      ['C', { value: 5, unlike: null }],
    ])
  })

  it('shares out what was split where a key is given, and says so where none is', () => {
    expect(redraw(figures, split(0.4), 'count').get('M')).toEqual({ value: 18, unlike: null })
    expect(redraw(figures, split(null), 'count').get('M')).toEqual({ value: null, unlike: { reason: 'split', placeId: 'A' } })
    expect([wholeIn(split(0.4), 'A'), wholeIn(merged, 'A'), wholeIn(merged, 'C')]).toEqual([null, 'N', 'C'])
  })

  it('adds up no rates, and tells nothing of a sum of which a part is not told', () => {
    expect(redraw(figures, merged, 'share').get('N')?.unlike?.reason).toBe('rate')
    expect(redraw([figures[0]!], merged, 'share').get('N')).toEqual({ value: 30, unlike: null })
    expect(redraw([figures[0]!, { placeId: 'B', value: null }], merged, 'count').get('N')).toEqual({ value: null, unlike: null })
  })

  it('keeps the total through any merging and any split with a key', () => {
    const places = ['A', 'B', 'C', 'D']
    const parts = fc
      .tuple(fc.constantFrom('N', 'M', 'K'), fc.constantFrom('O', 'P'), fc.integer({ min: 1, max: 9 }))
      .map(([first, second, tenths]) => [
        { onId: first, share: tenths / 10 },
        { onId: second, share: 1 - tenths / 10 },
      ])
    const told = fc.array(fc.nat({ max: 1000 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(parts, { minLength: 4, maxLength: 4 }), told, (all, values) => {
        const borders: Borders = new Map(places.map((place, at) => [place, all[at]!]))
        const drawn = redraw(
          places.map((placeId, at) => ({ placeId, value: values[at]! })),
          borders,
          'count',
        )
        const sum = [...drawn.values()].reduce((total, one) => total + one.value!, 0)
        expect(sum).toBeCloseTo(
          values.reduce((a, b) => a + b, 0),
          6,
        )
      }),
      { seed: 34, numRuns: 100 },
    )
  })
})
