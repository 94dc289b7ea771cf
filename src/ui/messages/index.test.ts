import { describe, expect, test } from 'vitest'
import { fill } from './catalogue.ts'
import { addMessages, find, t } from './index.ts'
import { refusalSentence } from './problem.ts'
import { features } from './vi/features.ts'
import { core } from './vi.ts'

describe('filling a message', () => {
  test('numbers, days and money are printed as Vietnam writes them', () => {
    expect(fill('{n} lượt, {day:date}, {sum:money}', { n: 1433, day: '2026-11-21', sum: 12_500_000 })).toBe(
      '1.433 lượt, 21/11/2026, 12.500.000 đ',
    )
  })
  test('a year takes no thousands point, a paper takes the long day', () => {
    expect(fill('năm {year:plain}, {day:long}', { year: 2026, day: '2026-01-05' })).toBe('năm 2026, ngày 05 tháng 01 năm 2026')
  })
  test('what is not known shows as an ellipsis, never as a brace', () => {
    expect(fill('hạn {day:date}', { day: null })).toBe('hạn …')
    expect(fill('{a} và {b}', { a: 'một' })).toBe('một và …')
  })
})

describe('the catalogue', () => {
  test('words are found by key with their names filled in', () => {
    expect(t('state.late')).toBe('Quá hạn')
    expect(t('part.rows', { count: 2000 })).toBe('2.000 dòng')
  })
  test('a key that nobody wrote is found as nothing', () => expect(find('hit.unheard-of')).toBeNull())
  test("a feature's words join when its screens open", () => {
    expect(find('agencies.title')).toBeNull()
    addMessages(features)
    expect(find('agencies.title')).toBe('Tổ chức')
  })
  test('no key stands in two catalogues', () => {
    const doubled = Object.keys(features).filter(key => key in core)
    expect(doubled).toEqual([])
  })
})

describe('refusals', () => {
  test('a known code has its own sentence', () => {
    expect(refusalSentence('file.legacy-doc')).toContain('.docx')
    expect(refusalSentence('sign-in.locked', { seconds: 30 })).toContain('30 giây')
  })
  test('an unknown code has a general sentence that names it', () => {
    expect(refusalSentence('moon.full')).toContain('moon.full')
  })
})
