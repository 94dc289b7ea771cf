import { assert as check, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumberText } from './number-text.ts'
import { printNumber } from './numbers.ts'

test.each([
  ['1433', 1433],
  ['1.433', 1433],
  ['12.500.000', 12_500_000],
  ['97,4', 97.4],
  ['1.433,5', 1433.5],
  [' 1 433 ', 1433],
])('%s is read as %d', (typed, number) => expect(parseNumberText(typed)).toBe(number))

test.each(['', '1.5', '1.43', '12a', '1,2,3', '-3', '.5'])('"%s" is refused rather than guessed', typed =>
  expect(parseNumberText(typed)).toBeNull(),
)

test('every printed number reads back', () => {
  check(
    property(nat(), number => parseNumberText(printNumber(number)) === number),
    { seed: 26, numRuns: 200 },
  )
})
