import { expect, it } from 'vitest'
import { lastDayReached } from './dates.ts'

it.each([
  [2025, '2025-12-31'],
  [2026, '2026-06-16'],
  [2027, '2026-06-16'],
])('of the year %i the last day that is reached on 16/6/2026 is %s', (year, last) =>
  expect(lastDayReached(year, '2026-06-16')).toBe(last),
)
