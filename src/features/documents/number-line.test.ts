import { describe, expect, it } from 'vitest'
import { numberLine, symbolFor } from './number-line.ts'

describe('the number line', () => {
  it('has a colon and a stroke on state papers', () => {
    expect(numberLine('nd30', '5', 'BC-SDTTG')).toBe('Số: 05/BC-SDTTG')
    expect(numberLine('nd30', '138', 'BC-SDTTG')).toBe('Số: 138/BC-SDTTG')
  })

  it('has no colon and a hyphen on Party papers', () => {
    expect(numberLine('hd05', '5', 'BC/BTGDVTU')).toBe('Số 05-BC/BTGDVTU')
  })

  it('keeps the letter of an inserted number', () => {
    expect(numberLine('nd30', '6A', 'CTrPH-UBMTTQ-SDTTG')).toBe('Số: 06A/CTrPH-UBMTTQ-SDTTG')
    expect(numberLine('nd30', '1249a', 'CTPH-UBND')).toBe('Số: 1249a/CTPH-UBND')
  })

  it('stays blank until a number is issued', () => {
    expect(numberLine('nd30', null, 'BC-UBMTTQ-SDTTG')).toBe('Số:      /BC-UBMTTQ-SDTTG')
    expect(numberLine('hd36', null, 'BC/BDVTU')).toBe('Số      -BC/BDVTU')
  })
})

describe('the symbol', () => {
  it('joins type and bodies, the lead first', () => {
    expect(symbolFor('nd30', 'BC', ['UBMTTQ', 'SDTTG'])).toBe('BC-UBMTTQ-SDTTG')
    expect(symbolFor('hd05', 'CTr', ['BTGDVTU', 'SDTTG'])).toBe('CTr/BTGDVTU-SDTTG')
    expect(symbolFor('nd30', '', ['SDTTG'])).toBe('SDTTG')
  })
})
