import { assert as check, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { parseDateText } from './date-text.ts'
import { addDays, printDate } from './dates.ts'

const TODAY = '2026-11-22'

test.each([
  ['21/11/2026', '2026-11-21'],
  ['5/1/2026', '2026-01-05'],
  ['05-01-2026', '2026-01-05'],
  [' 21.11.26 ', '2026-11-21'],
  ['21112026', '2026-11-21'],
  ['29/2/2028', '2028-02-29'],
  ['2026-11-21', '2026-11-21'],
])('%s is read as %s', (typed, date) => expect(parseDateText(typed, TODAY)).toBe(date))

test('a day without a year is of the present year', () => expect(parseDateText('12/8', TODAY)).toBe('2026-08-12'))

test.each(['', '31/2/2026', '29/2/2026', '0/1/2026', '1/13/2026', '2026-11-31', 'mai', '21/11/202'])('"%s" is no day', typed =>
  expect(parseDateText(typed, TODAY)).toBeNull(),
)

test('every printed day reads back', () => {
  const day = integer({ min: -20_000, max: 20_000 }).map(days => addDays(TODAY, days))
  check(
    property(day, date => parseDateText(printDate(date), TODAY) === date),
    { seed: 26, numRuns: 200 },
  )
})
