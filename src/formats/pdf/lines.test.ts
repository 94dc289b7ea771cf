import { describe, expect, test } from 'vitest'
import { cellText, findSegments } from './lines.ts'
import type { Word } from './shown-words.ts'

/** Words set one behind the other on one line, each given with the gap before it in points; the font is 10 points high. */
const line = (words: readonly (readonly [gap: number, text: string])[], y = 100, font = 'Tinos'): Word[] => {
  let x = 50
  return words.map(([gap, text]) => {
    const x0 = x + gap
    x = x0 + 5 * text.length
    return { text, x0, x1: x, y, size: 10, font, turn: 0, angle: 0 }
  })
}

const gaps = (...words: (readonly [gap: number, text: string])[]): string[] =>
  findSegments(line(words)).map(segment => segment.text)

describe('words of a line', () => {
  test('a blank stands where a gap is seen, drawn or not', () => {
    expect(gaps([0, 'Kế'], [2.5, 'hoạch'])).toEqual(['Kế hoạch'])
    expect(gaps([0, 'K'], [0, 'ế'], [1, 'hoạch'])).toEqual(['Kếhoạch'])
    expect(gaps([0, 'K'], [0, ' '], [-5, 'ế'])).toEqual(['Kế'])
    expect(gaps([0, 'Kế'], [0, ' '], [-3.5, 'hoạch'])).toEqual(['Kế hoạch'])
  })

  test('wide gaps part a line, unless all its gaps are wide or a label stands before', () => {
    expect(gaps([0, 'SƠN'], [2.5, 'HÀ'], [30, 'CỘNG'], [2.5, 'HÒA'])).toEqual(['SƠN HÀ', 'CỘNG HÒA'])
    expect(gaps([0, 'đồng'], [9, 'bào'], [9, 'các'], [9, 'xã'])).toEqual(['đồng bào các xã'])
    expect(gaps([0, '1.1.'], [30, 'Tuyên'], [2.5, 'truyền'])).toEqual(['1.1. Tuyên truyền'])
  })

  test('a number of any length before a gap is no trap', () => {
    expect(gaps([0, '1'.repeat(300)], [30, 'Tuyên'])).toEqual(['1'.repeat(300), 'Tuyên'])
  })

  test('letters drawn twice for bold are read once; underscores drawn as a rule are none', () => {
    const words = line([[0, 'Điều']])
    expect(cellText([...words, ...words.map(word => ({ ...word, x0: word.x0 + 0.3, x1: word.x1 + 0.3 }))])).toBe('Điều')
    expect(cellText(line([[0, '________']]))).toBe('')
  })

  test('text of a legacy font is healed, its letters and marks set together', () => {
    expect(
      cellText(
        line(
          [
            [0, 'V\u00a8n'],
            [2.5, 'phßng'],
          ],
          100,
          '.VnTime',
        ),
      ),
    ).toBe('Văn phòng')
    expect(cellText([...line([[0, 'Vie']], 100, 'VNI-Times'), ...line([[15, 'ät']], 100, 'VNI-Times')])).toBe('Việt')
  })
})
