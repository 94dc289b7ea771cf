import { expect, it } from 'vitest'
import { whyNotUnlock } from './rules.ts'

const half = (year: number, of: number, lockedOn: string | null) => ({ year, half: of, lockedOn })

it('a half-year is opened again while none after it is closed', () => {
  const [first, second] = [half(2026, 1, '2026-07-09'), half(2026, 2, null)]
  expect(whyNotUnlock(second, [first, second])).toEqual({ code: 'cascade.not-locked' })
  expect(whyNotUnlock(first, [first, second])).toBeNull()
  const later = [half(2026, 2, '2027-01-09'), half(2027, 1, '2027-07-09')]
  expect(whyNotUnlock(first, [first, ...later])).toEqual({ code: 'cascade.later-locked', data: { year: 2027, half: 1 } })
  expect(whyNotUnlock(later[1]!, [first, ...later])).toBeNull()
})
