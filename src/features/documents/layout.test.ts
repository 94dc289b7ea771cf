import { describe, expect, it } from 'vitest'
import { layoutOf, profileFor } from './layout.ts'

describe('the form of a paper', () => {
  it('follows the leading body and the date', () => {
    expect(profileFor('state', '2026-06-01')).toBe('nd30')
    expect(profileFor('front', '2020-01-01')).toBe('nd30')
    expect(profileFor('mass', '2026-06-01')).toBe('nd30')
    expect(profileFor('party', '2026-05-26')).toBe('hd36')
    expect(profileFor('party', '2026-05-27')).toBe('hd05')
  })

  it.each(['nd30', 'hd36', 'hd05'] as const)('keeps the margins of %s within the law', profile => {
    const { top, bottom, left, right } = layoutOf(profile).margins
    for (const edge of [top, bottom]) expect(edge >= 20 && edge <= 25).toBe(true)
    expect(left >= 30 && left <= 35).toBe(true)
    expect(right >= 15 && right <= 20).toBe(true)
  })
})
