import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { olderFormOf, parseBodyCode } from './codes.ts'

describe('the code of a body', () => {
  it('is taken in the direction of QĐ 20/2020/QĐ-TTg', () => {
    expect(['H34', 'H34.05', ' h34.05.12 ', 'G22.99.A1'].map(parseBodyCode)).toEqual(['H34', 'H34.05', 'H34.05.12', 'G22.99.A1'])
  })

  it('is turned round where it stands in the older direction', () => {
    expect(['000.00.20.H13', '000.00.00.H41', '005.12.20.H13'].map(parseBodyCode)).toEqual(['H13.20', 'H41', 'H13.20.12.005'])
  })

  it('of others that join of their own will begins with Z and has no stroke', () => {
    expect(['ZMT', 'ZMT000123', 'Z.MT', `Z${'A'.repeat(35)}`].map(parseBodyCode)).toEqual(['ZMT', 'ZMT000123', null, null])
  })

  it('is refused where it is neither', () => {
    const wrong = ['', '34', 'H3', 'H34.', 'H34..5', '000.00.20', '00.00.20.H13', 'Z1', 'H34.Đ1', `H34.${'1'.repeat(32)}`]
    expect(wrong.map(parseBodyCode)).toEqual(wrong.map(() => null))
  })

  it('comes back from the older direction as it went', () => {
    const digits = (length: number) => fc.integer({ min: 1, max: 10 ** length - 1 }).map(n => String(n).padStart(length, '0'))
    const first = fc.tuple(fc.constantFrom('A', 'G', 'H', 'Y'), digits(2)).map(parts => parts.join(''))
    const levels = fc.tuple(first, digits(2), digits(2), digits(3))
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 4 }), (all, deep) => {
        const code = all.slice(0, deep).join('.')
        expect(parseBodyCode(olderFormOf(code)!)).toBe(code)
      }),
      { seed: 9, numRuns: 200 },
    )
  })
})
