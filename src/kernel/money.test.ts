import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, inThousandths, sumOf } from './money.ts'

const set = { seed: 20_260_101, numRuns: 200 }

describe('money in whole đồng', () => {
  it('multiplies where floating numbers would be a đồng off', () => {
    expect(amountOf({ quantity: 1.005, times: 1, norm: 1000 })).toBe(1005)
    expect(amountOf({ quantity: 0.1, times: 3, norm: 10 })).toBe(3)
    expect(amountOf({ quantity: 8.115, times: 1, norm: 100_000_000_000 })).toBe(811_500_000_000)
  })

  it('rounds a part of a đồng, half away from zero', () => {
    expect(amountOf({ quantity: 0.5, times: 1, norm: 1 })).toBe(1)
    expect(amountOf({ quantity: 0.499, times: 1, norm: 1 })).toBe(0)
    expect(amountOf({ quantity: 0.5, times: 0.5, norm: 1 })).toBe(0)
    expect(amountOf({ quantity: -0.5, times: 1, norm: 1 })).toBe(-1)
  })

  it('agrees with the sum of its thousandths for whole times', () => {
    const thousandths = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(
        thousandths,
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 0, max: 100_000_000 }),
        (part, times, norm) => {
          const exact = BigInt(part) * BigInt(times) * BigInt(norm)
          expect(BigInt(amountOf({ quantity: part / 1000, times, norm }))).toBe((exact + 500n) / 1000n)
        },
      ),
      set,
    )
  })

  it('knows a quantity of more than three places', () => {
    expect(inThousandths(2.125)).toBe(2125n)
    expect(inThousandths(2.1255)).toBeNull()
    expect(inThousandths(Number.NaN)).toBeNull()
  })

  it('adds exactly and refuses what a number cannot hold', () => {
    expect(sumOf([9_007_199_254_740_990, 1])).toBe(9_007_199_254_740_991)
    expect(() => sumOf([9_007_199_254_740_991, 1])).toThrow(RangeError)
    expect(() => amountOf({ quantity: 1_000_000, times: 1_000_000, norm: 1_000_000 })).toThrow(RangeError)
  })
})
