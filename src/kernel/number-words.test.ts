import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyInWords, numberInWords } from './number-words.ts'

const SMALL = new Map(
  Object.entries({ không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 }),
)

/** Reads words back: each unit multiplies what was said since the one above it. */
function parseWords(words: readonly string[]): bigint {
  const billions = words.lastIndexOf('tỷ')
  if (billions >= 0) return parseWords(words.slice(0, billions)) * 1_000_000_000n + parseWords(words.slice(billions + 1))
  let [total, group, digit] = [0, 0, 0]
  for (const word of words) {
    const value = SMALL.get(word)
    if (value !== undefined) digit = value
    else if (word === 'mười') group += 10
    else if (word === 'mươi' || word === 'trăm') {
      group += digit * (word === 'trăm' ? 100 : 10)
      digit = 0
    } else if (word === 'triệu' || word === 'nghìn') {
      total += (group + digit) * (word === 'triệu' ? 1_000_000 : 1000)
      group = 0
      digit = 0
    } else if (word !== 'linh') throw new Error(`no number word: ${word}`)
  }
  return BigInt(total + group + digit)
}

describe('numbers in Vietnamese words', () => {
  it.each([
    [0, 'không'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [555, 'năm trăm năm mươi lăm'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [1015, 'một nghìn không trăm mười lăm'],
    [21_021, 'hai mươi mốt nghìn không trăm hai mươi mốt'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [125_005_000, 'một trăm hai mươi lăm triệu không trăm linh năm nghìn'],
    [2_050_000_000, 'hai tỷ không trăm năm mươi triệu'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [1_005_000_000_001, 'một nghìn không trăm linh năm tỷ không trăm linh một'],
    [1_000_000_000_000_000, 'một triệu tỷ'],
    [-12, 'âm mười hai'],
  ])('%i is read "%s"', (value, words) => {
    expect(numberInWords(value)).toBe(words)
  })

  it('begins a sum of money with a capital and ends it with đồng', () => {
    expect(moneyInWords(125_005_000)).toBe('Một trăm hai mươi lăm triệu không trăm linh năm nghìn đồng')
    expect(moneyInWords(0)).toBe('Không đồng')
    expect(moneyInWords(1)).toBe('Một đồng')
  })

  it('can be read back, whatever the number', () => {
    const numbers = fc.oneof(fc.bigInt(0n, 2_000n), fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 18n - 1n))
    fc.assert(
      fc.property(numbers, value => {
        expect(parseWords(numberInWords(value).split(' '))).toBe(value)
      }),
      { seed: 20_260_102, numRuns: 200 },
    )
  })
})
