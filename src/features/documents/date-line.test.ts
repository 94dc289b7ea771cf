import { describe, expect, it } from 'vitest'
import { dateInWords, dateLine } from './date-line.ts'

describe('the place and date line', () => {
  it('pads days below 10 and the months 1 and 2', () => {
    expect(dateLine('Sơn Hà', '2026-01-05', 2026)).toBe('Sơn Hà, ngày 05 tháng 01 năm 2026')
    expect(dateInWords('2026-02-28', 2026)).toBe('ngày 28 tháng 02 năm 2026')
  })

  it('never pads the months from 3 on', () => {
    expect(dateInWords('2026-03-09', 2026)).toBe('ngày 09 tháng 3 năm 2026')
    expect(dateInWords('2026-11-21', 2026)).toBe('ngày 21 tháng 11 năm 2026')
  })

  it('leaves day and month blank while the paper has no date', () => {
    expect(dateLine('Sơn Hà', null, 2026)).toBe('Sơn Hà, ngày      tháng      năm 2026')
  })
})
