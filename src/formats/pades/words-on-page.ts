import { IDENTITY, type Matrix, multiply } from '../pdf/matrix.ts'
import { rectangleOf, type Step, stepsOf } from './content.ts'
import { type Font, fontOf, noFont } from './fonts.ts'
import type { Pdf } from './pdf.ts'
import { around, type Box, matrixIn, matrixOf } from './shapes.ts'
import { Damaged, type Dict, dictOf, listOf, nameOf, Stream, Text, type Value } from './values.ts'

/** Of the size of the letters. */
const HEIGHT_OF_A_LETTER = 0.7
const DEEPEST = 8
const MOST_FORMS = 500
const SPACE = 32

/** Where the next letter stands: `along` is how far behind the beginning of the line. */
type Pen = {
  page: Matrix
  line: Matrix
  along: number
  font: Font
  size: number
  leading: number
  stretch: number
  apart: number
  spaced: number
  rise: number
}
const START: Pen = {
  page: IDENTITY,
  line: IDENTITY,
  along: 0,
  font: noFont(),
  size: 1,
  leading: 0,
  stretch: 1,
  apart: 0,
  spaced: 0,
  rise: 0,
}

/** Where words stand on the page, those of its notes and earlier signatures too. @throws Damaged */
export const wordsOnPage = (pdf: Pdf, page: Dict): Box[] => {
  const words = new Words(pdf)
  words.draw(page.get('Contents') ?? null, dictOf(pdf.get(page, 'Resources')), START, 0)
  for (const one of listOf(pdf.get(page, 'Annots'))) {
    const note = dictOf(pdf.resolve(one))
    const box = note && rectangleOf(pdf, note, 'Rect')
    const look = box && pdf.get(dictOf(pdf.get(note, 'AP')), 'N')
    if (box && look instanceof Stream) words.draw(look, null, { ...START, page: fitting(pdf, look, box) ?? IDENTITY }, 0)
  }
  return words.boxes
}

/** How an appearance stands on the page: its box, as its matrix turns it, fills the rectangle (ISO 32000-1, 12.5.5). */
export const fitting = (pdf: Pdf, look: Stream, rect: Box): Matrix | null => {
  const [own, matrix] = [rectangleOf(pdf, look.dict, 'BBox'), matrixIn(pdf, look.dict)]
  if (!own || !matrix) return null
  const [left, low, right, high] = around(matrix, own)
  const [x, y] = [(rect[2] - rect[0]) / (right - left), (rect[3] - rect[1]) / (high - low)]
  return Number.isFinite(x) && Number.isFinite(y) ? multiply([x, 0, 0, y, rect[0] - left * x, rect[1] - low * y], matrix) : null
}

class Words {
  readonly boxes: Box[] = []
  readonly #pdf: Pdf
  #forms = 0
  constructor(pdf: Pdf) {
    this.#pdf = pdf
  }

  draw(content: Value, given: Dict | null, from: Pen, depth: number): void {
    if (++this.#forms > MOST_FORMS) throw new Damaged('too many forms')
    const own = content instanceof Stream ? dictOf(this.#pdf.get(content.dict, 'Resources')) : null
    const resources = own ?? given
    const kept: Pen[] = []
    let pen = from
    for (const step of stepsOf(this.#pdf, content)) {
      if (step.operator === 'q') kept.push(pen)
      else if (step.operator === 'Q') pen = kept.pop() ?? pen
      else if (step.operator === 'Tf')
        pen = { ...pen, font: fontOf(this.#pdf, resources, step.operands.at(-2)), size: Number(step.operands.at(-1)) }
      else if (step.operator === 'Do') this.#form(resources, step.operands, pen, depth)
      else pen = this.#shown(penAfter(pen, step), step)
    }
  }

  #form(resources: Dict | null, [name]: Value[], pen: Pen, depth: number): void {
    const form = this.#pdf.get(dictOf(this.#pdf.get(resources, 'XObject')), nameOf(name) ?? '')
    if (depth >= DEEPEST || !(form instanceof Stream) || nameOf(this.#pdf.get(form.dict, 'Subtype')) !== 'Form') return
    const page = multiply(pen.page, matrixIn(this.#pdf, form.dict) ?? IDENTITY)
    this.draw(form, resources, { ...pen, page }, depth + 1)
  }

  /** Notes the words of a step, each part on its own, and goes on behind them. */
  #shown(pen: Pen, { operator, operands }: Step): Pen {
    if (!['Tj', 'TJ', "'", '"'].includes(operator)) return pen
    let { along } = pen
    for (const one of operands.slice(-1).flat()) {
      if (typeof one === 'number') along -= (one / 1000) * pen.size * pen.stretch
      if (one instanceof Text) along = this.#letters(pen, along, one.bytes)
    }
    return { ...pen, along }
  }

  #letters(pen: Pen, from: number, bytes: Buffer): number {
    const { font } = pen
    let [along, start] = [from, from]
    const end = () => {
      if (along !== start) this.boxes.push(boxOf(pen, start, along))
    }
    for (let at = 0; at + font.bytes <= bytes.length; at += font.bytes) {
      const code = bytes.readUIntBE(at, font.bytes)
      const isSpace = font.bytes === 1 && code === SPACE
      if (isSpace) end()
      along += (font.widthOf(code) * pen.size + pen.apart + (isSpace ? pen.spaced : 0)) * pen.stretch
      if (isSpace) start = along
    }
    end()
    return along
  }
}

const boxOf = ({ page, line, rise, size }: Pen, from: number, to: number): Box =>
  around(multiply(page, line), [from, rise, to, rise + size * HEIGHT_OF_A_LETTER])

const penAfter = (pen: Pen, { operator, operands }: Step): Pen => {
  const [first = 0, second = 0] = operands.slice(operator === '"' ? 0 : -2).map(Number)
  const only = Number(operands.at(-1) ?? 0)
  const moved = (x: number, y: number): Pen => ({ ...pen, along: 0, line: multiply(pen.line, [1, 0, 0, 1, x, y]) })
  if (operator === 'cm') return { ...pen, page: multiply(pen.page, matrixOf(operands) ?? IDENTITY) }
  if (operator === 'BT') return { ...pen, along: 0, line: IDENTITY }
  if (operator === 'TL') return { ...pen, leading: only }
  if (operator === 'Tz') return { ...pen, stretch: only / 100 }
  if (operator === 'Tc') return { ...pen, apart: only }
  if (operator === 'Tw') return { ...pen, spaced: only }
  if (operator === 'Ts') return { ...pen, rise: only }
  if (operator === 'Tm') return { ...pen, along: 0, line: matrixOf(operands) ?? pen.line }
  if (operator === 'Td') return moved(first, second)
  if (operator === 'TD') return { ...moved(first, second), leading: -second }
  if (operator === '"') return { ...moved(0, -pen.leading), spaced: first, apart: second }
  return operator === 'T*' || operator === "'" ? moved(0, -pen.leading) : pen
}
