import { describe, expect, test } from 'vitest'
import { coversWords } from './covers-words.ts'
import { revise, SHEET, stream, writePdf } from './fixtures/sheet.ts'
import { pagesOf } from './pages.ts'
import { Pdf } from './pdf.ts'
import { dictOf, Ref } from './values.ts'

type Objects = Record<number, string>

/** Whether a widget that a later revision lays on the page at `room` hides words; its look is object 45. */
const covers = (room: string, later: Objects, paper: Objects = {}): boolean => {
  const bytes = writePdf({ ...SHEET, ...paper })
  const widget = `<< /Type /Annot /Subtype /Widget ${room} /AP << /N 45 0 R >> >>`
  const after = Pdf.open(Buffer.from(revise(bytes, { 44: widget, ...later })))
  const before = Pdf.open(Buffer.from(bytes))
  return coversWords(before, pagesOf(before)[0]!, after, dictOf(after.resolve(new Ref(44)))!)
}

const WORDS = '/Rect [15 245 115 265]'
const FREE = '/Rect [15 100 115 120]'
const FORM = '/Type /XObject /Subtype /Form'
const FILL = '1 g -999 -999 3000 3000 re f'
const look = (content: string, resources = '', box = '/BBox [0 0 100 20]') =>
  stream(content, `${FORM} ${box} /Resources << ${resources} >>`)
const form = (content: string, more: string) => stream(content, `${FORM} ${more}`)
const nested = (more: string, content = FILL): Objects => ({
  45: look('/P Do', '/XObject << /P 46 0 R >>'),
  46: form(content, more),
})
const placed = (steps: string, more = '/BBox [0 0 100 20]'): Objects => ({
  ...nested(more),
  45: look(steps, '/XObject << /P 46 0 R >>'),
})

/** Dots in hexadecimal, row by row. */
const dots = (more: string, hex: string, width: number, height: number): string =>
  stream(Buffer.from(hex, 'hex').toString('latin1'), `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${more}`)
const shows = (objects: Objects): Objects => ({ 45: look('100 0 0 20 0 0 cm /P Do', '/XObject << /P 46 0 R >>'), ...objects })
const GREY = '/ColorSpace /DeviceGray /BitsPerComponent 8'

describe('a form within a look hides words, whatever it says of its place', () => {
  test.each<[string, Objects]>([
    ['plainly', nested('/BBox [0 0 100 20]')],
    [
      'its look having a matrix and a box elsewhere',
      {
        ...nested('/BBox [1000 1000 1100 1020]'),
        45: look('/P Do', '/XObject << /P 46 0 R >>', '/BBox [1000 1000 1100 1020] /Matrix [1 0 0 1 0 0]'),
      },
    ],
    [
      'its look having a matrix that turns it',
      {
        ...nested('/BBox [0 0 20 100]'),
        45: look('/P Do', '/XObject << /P 46 0 R >>', '/BBox [0 0 20 100] /Matrix [0 1 -1 0 0 0]'),
      },
    ],
    ['its matrix standing in other objects', { ...nested('/BBox [900 0 1000 20] /Matrix [1 0 0 1 47 0 R 0]'), 47: '-900' }],
    ['its matrix having too many numbers', nested('/BBox [900 900 910 910] /Matrix [1 0 0 1 0 0 0]')],
    ['its box having too many numbers', nested('/BBox [900 900 910 910 0]')],
    ['two boxes, of which a reader takes either', nested('/BBox [900 900 910 910] /BBox [0 0 100 20]')],
    ['moved by more numbers than six', placed('7 1 0 0 1 -900 0 cm /P Do', '/BBox [900 0 1000 20]')],
    [
      'named twice, of which a reader takes either',
      {
        ...nested('/BBox [900 900 910 910]'),
        45: look('/P Do', '/XObject << /P 46 0 R /P 47 0 R >>'),
        47: form(FILL, '/BBox [0 0 100 20]'),
      },
    ],
    [
      'drawing a picture of its parent',
      {
        45: look('/P Do', '/XObject << /P 46 0 R /Q 47 0 R >>'),
        46: form('100 0 0 20 0 0 cm /Q Do', '/BBox [0 0 100 20]'),
        47: dots(GREY, 'ff', 1, 1),
      },
    ],
  ])('%s', (_, objects) => {
    expect(covers(WORDS, objects)).toBe(true)
    expect(covers(FREE, objects)).toBe(false)
  })

  test('not where its box keeps it off them', () => {
    // The words are 84 points wide from 20 on; the look is twice as wide and its part begins behind them.
    expect(covers('/Rect [15 245 215 265]', placed('1 0 0 1 60 0 cm /P Do', '/BBox [0 0 40 20]'))).toBe(false)
  })

  test('and forms that draw each other without end are not followed for ever', () => {
    const names = Array.from({ length: 30 }, () => '/P Do').join(' ')
    const circle = {
      45: look(names, '/XObject << /P 46 0 R >>'),
      46: form(names, '/BBox [0 0 100 20] /Resources << /XObject << /P 46 0 R >> >>'),
    }
    expect(covers(WORDS, circle)).toBe(true)
  })
})

describe('a look hides words', () => {
  test.each<[string, Objects]>([
    ['by a line as thick as a line of words', { 45: look('20 w 0 10 m 100 10 l S') }],
    ['by a line that its own scale makes thick', { 45: look('0 0.5 m 1 0.5 l S', '', '/BBox [0 0 1 1]') }],
    ['by a line whose thickness stands elsewhere', { 45: look('/G gs 0 10 m 100 10 l S', '/ExtGState << /G << /LW 20 >> >>') }],
    [
      'by a picture with a soft mask that is none',
      shows({ 46: dots(`${GREY} /SMask 47 0 R`, 'ff', 1, 1), 47: dots(GREY, 'ff', 1, 1) }),
    ],
    [
      'by a picture whose mask turns round what it says',
      shows({ 46: dots(`${GREY} /SMask 47 0 R`, 'ff', 1, 1), 47: dots(`${GREY} /Decode [1 0]`, '00', 1, 1) }),
    ],
    ['by a stencil that is open everywhere', shows({ 46: dots('/ImageMask true', '00', 8, 1) })],
    ['by a picture that leaves out a colour it has not', shows({ 46: dots(`${GREY} /Mask [0 0]`, 'ff', 1, 1) })],
    [
      'by a mask that cannot be read',
      shows({ 46: dots(`${GREY} /SMask 47 0 R`, 'ff', 1, 1), 47: dots(`${GREY} /Filter /DCTDecode`, '00', 1, 1) }),
    ],
    [
      'by a patch over two figures, the rest seen through',
      shows({ 46: dots(`${GREY} /SMask 47 0 R`, 'ff', 1, 1), 47: dots(GREY, `${'00'.repeat(15)}ffff${'00'.repeat(3)}`, 20, 1) }),
    ],
  ])('%s', (_, objects) => {
    expect(covers(WORDS, objects)).toBe(true)
    expect(covers(FREE, objects)).toBe(false)
  })

  test.each<[string, Objects]>([
    ['by a mask through which all is seen', shows({ 46: dots(`${GREY} /SMask 47 0 R`, 'ff', 1, 1), 47: dots(GREY, '00', 1, 1) })],
    ['by strokes of ink with white between them', shows({ 46: dots('/ImageMask true', '55'.repeat(20), 160, 1) })],
    ['by a picture that leaves out its ground', shows({ 46: dots(`${GREY} /Mask [255 255]`, 'ff', 1, 1) })],
  ])('not %s', (_, objects) => expect(covers(WORDS, objects)).toBe(false))
})

describe('words stand where their font puts them', () => {
  const patch = (left: number) => `/Rect [${left} 245 ${left + 6} 265]`
  const filled: Objects = { 45: look(FILL) }
  const font = (more: string) => `<< /Type /Font ${more} >>`
  const wide = font(`/Subtype /Type1 /FirstChar 65 /LastChar 65 /Widths [900]`)
  const composite = (encoding: string) =>
    font(`/Subtype /Type0 /Encoding ${encoding} /DescendantFonts [<< /Type /Font /DW 600 /W [65 [900] 70 80 800] >>]`)
  const page = (words: string) => stream(`BT /F1 10 Tf 20 250 Td ${words} ET`)

  test.each<[string, string, string, number]>([
    ['to the end of a line of wide letters', '(AAAAAAAAAA) Tj', wide, 102],
    ['behind others of the same line', '(AAAAA) Tj (AAAAA) Tj', wide, 102],
    ['moved along within a line', '[(A) -8000 (A)] TJ', wide, 112],
    ['drawn apart', '200 Tz 3 Tc (AAAA) Tj', wide, 100],
    ['of two bytes each', '<00410041004600410041> Tj', composite('/Identity-H'), 56],
    ['of one byte each in a font of type 0', '(AAAAAAAA) Tj', composite('/90ms-RKSJ-H'), 52],
    ['of a font that is not measured', '(AAAAAAAA) Tj', font('/Subtype /Type1 /BaseFont /Helvetica'), 52],
  ])('%s', (_, words, own, left) => {
    const paper = { 4: page(words), 5: own }
    expect(covers(patch(left), filled, paper)).toBe(true)
    expect(covers(patch(left + 40), filled, paper)).toBe(false)
  })

  test('not in the white that is kept between words for the hand', () => {
    expect(covers(patch(56), filled, { 4: page('(A        A) Tj'), 5: wide })).toBe(false)
  })

  test('in what an earlier signature shows, its number and day', () => {
    const earlier = {
      9: SHEET[9]!.replace('/FT', '/AP << /N 31 0 R >> /FT'),
      31: look('BT /F1 10 Tf 2 5 Td (16) Tj ET', '/Font << /F1 5 0 R >>'),
    }
    expect(covers('/Rect [120 20 200 60]', filled, earlier)).toBe(true)
    expect(covers('/Rect [120 20 200 60]', filled)).toBe(false)
  })

  test('on a page that cannot be read, perhaps everywhere', () => {
    const packed = { 4: stream('80', '/Filter /LZWDecode') }
    expect(covers(FREE, filled, packed)).toBe(true)
    expect(covers(FREE, { 45: look('0 0 m 100 20 l S') }, packed)).toBe(false)
  })
})
