import { describe, expect, test } from 'vitest'
import { parseDocx } from '../parse.ts'
import { formatNumber } from './number-formats.ts'
import { abstractList, item, level, list, packSample, paragraph } from './sample-docx.ts'

const linesOf = async (parts: Parameters<typeof packSample>[0]): Promise<string[]> =>
  (await parseDocx(packSample(parts))).text.split('\n').filter(Boolean)

const OUTLINE = abstractList(
  0,
  level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.') + level(2, 'decimal', '%2.%3.') + level(3, 'lowerLetter', '%4)'),
)

describe('automatic numbering is read as it is printed', () => {
  test('levels count on, and deeper ones begin anew', async () => {
    const body =
      item('Mục đích', 1) +
      item('Một', 1, 1) +
      item('Con', 1, 2) +
      item('Điểm', 1, 3) +
      item('Điểm', 1, 3) +
      item('Hai', 1, 1) +
      item('Con', 1, 2) +
      item('Nội dung', 1) +
      item('Một', 1, 1)
    expect(await linesOf({ body, numbering: OUTLINE + list(1, 0) })).toEqual([
      'I. Mục đích',
      '1. Một',
      '1.1. Con',
      'a) Điểm',
      'b) Điểm',
      '2. Hai',
      '2.1. Con',
      'II. Nội dung',
      '1. Một',
    ])
  })

  test('two lists of one kind count on together, unless one starts anew', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const body = item('A', 1) + item('B', 2) + item('C', 3) + item('D', 3)
    expect(await linesOf({ body, numbering: OUTLINE + list(1, 0) + list(2, 0) + list(3, 0, anew) })).toEqual([
      'I. A',
      'II. B',
      'V. C',
      'VI. D',
    ])
  })

  test('an overridden level prints its own label', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'decimalZero', 'Điều %1.')}</w:lvlOverride>`
    expect(await linesOf({ body: item('Phạm vi', 1), numbering: OUTLINE + list(1, 0, override) })).toEqual(['Điều 01. Phạm vi'])
  })

  test('a level may count through, or begin anew only after a certain one', async () => {
    const through = abstractList(
      0,
      level(0, 'upperRoman', 'Chương %1') + level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>'),
    )
    const body = item('', 1) + item('A', 1, 1) + item('', 1) + item('B', 1, 1)
    expect(await linesOf({ body, numbering: through + list(1, 0) })).toEqual(['Chương I', 'Điều 1. A', 'Chương II', 'Điều 2. B'])
  })

  test('a legal level prints all its numbers in digits; a suffix may be nothing', async () => {
    const legal = abstractList(
      0,
      level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2.', '<w:isLgl/><w:suff w:val="nothing"/>'),
    )
    expect(await linesOf({ body: item('A', 1) + item(' B', 1, 1), numbering: legal + list(1, 0) })).toEqual(['I. A', '1.1. B'])
  })

  test('bullets print their sign', async () => {
    const symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    const bullets = abstractList(0, level(0, 'bullet', '-') + level(1, 'bullet', '+') + level(2, 'bullet', '\uf0b7', symbol))
    const body = item('gạch', 1) + item('cộng', 1, 1) + item('chấm', 1, 2)
    expect(await linesOf({ body, numbering: bullets + list(1, 0) })).toEqual(['- gạch', '+ cộng', '• chấm'])
  })

  test('a style puts its paragraphs, and those of styles built on it, into its list; numId 0 takes one out', async () => {
    const styles = `
      <w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="DieuCon"><w:basedOn w:val="Dieu"/></w:style>`
    const bound = abstractList(0, level(0, 'upperRoman', '%1.') + level(1, 'decimal', 'Điều %2.', '<w:pStyle w:val="Dieu"/>'))
    const body =
      paragraph('A', '<w:pStyle w:val="Dieu"/>') +
      paragraph('B', '<w:pStyle w:val="DieuCon"/>') +
      paragraph('C', '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await linesOf({ body, styles, numbering: bound + list(1, 0) })).toEqual(['Điều 1. A', 'Điều 2. B', 'C'])
  })

  test('a list may borrow the levels of a list style', async () => {
    const styles = '<w:style w:type="numbering" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const borrowed = abstractList(9, '<w:numStyleLink w:val="Muc"/>')
    expect(await linesOf({ body: item('A', 2), styles, numbering: OUTLINE + borrowed + list(1, 0) + list(2, 9) })).toEqual([
      'I. A',
    ])
  })
})

test.each([
  [4, 'upperRoman', 'IV'],
  [1999, 'lowerRoman', 'mcmxcix'],
  [27, 'lowerLetter', 'aa'],
  [4, 'lowerLetter', 'd'],
  [7, 'decimalZero', '07'],
  [3, 'none', ''],
])('%i as %s is %s', (number, format, printed) => {
  expect(formatNumber(number, format)).toBe(printed)
})
