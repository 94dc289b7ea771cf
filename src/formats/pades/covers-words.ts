import { rectangleOf, type Step, stepsOf } from './content.ts'
import type { Pdf } from './pdf.ts'
import { type Dict, dictOf, nameOf, Stream, Text, unlessDamaged, type Value } from './values.ts'

/** Fills a shape, or shows words: what lies below is no longer what one reads. A seal is a picture with a mask, and shows through. */
const HIDES = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'BI', 'Tj', 'TJ', "'", '"'])
const SHOWS = new Set(['Tj', 'TJ', "'", '"'])
const DEEPEST = 8
/** Of the size of the letters: neither is measured with the font. */
const WIDTH_OF_A_LETTER = 0.4
const HEIGHT_OF_A_LETTER = 0.7

type Matrix = readonly [number, number, number, number, number, number]
type Box = [left: number, low: number, right: number, high: number]

/** Whether a widget of the later file draws over words that the page had before. */
export const coversWords = (before: Pdf, page: Dict, after: Pdf, widget: Dict): boolean => {
  const box = rectangleOf(after, widget, 'Rect')
  const look = after.get(dictOf(after.get(widget, 'AP')), 'N')
  if (!box || look === null) return false
  // States of a widget: any of them may be shown.
  const looks = look instanceof Stream ? [look] : [...(dictOf(look)?.values() ?? [])].map(one => after.resolve(one))
  const hidden = looks.flatMap(one =>
    one instanceof Stream ? hiddenBy(after, one, { clip: box, to: fitting(after, one, box) }, 0) : [],
  )
  if (hidden.length === 0) return false
  const words = unlessDamaged(() => wordsOf(before, page.get('Contents'), dictOf(before.get(page, 'Resources'))), [])
  return words.some(word => hidden.some(area => meet(word, area)))
}

/** How an appearance stands on the page: its box fills the rectangle of the widget (ISO 32000-1, 12.5.5). */
const fitting = (pdf: Pdf, look: Stream, rect: Box): Matrix => {
  const own = rectangleOf(pdf, look.dict, 'BBox')
  if (!own || look.dict.has('Matrix')) return START
  const [x, y] = [(rect[2] - rect[0]) / (own[2] - own[0]), (rect[3] - rect[1]) / (own[3] - own[1])]
  return [x, 0, 0, y, rect[0] - own[0] * x, rect[1] - own[1] * y]
}

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

type Window = { clip: Box; to: Matrix }

/**
 * The parts of the page that a look may hide. What it draws itself may reach anywhere within its window, whatever its fonts say;
 * a form within it is cut to its own box. What cannot be read may hide all.
 */
const hiddenBy = (pdf: Pdf, look: Stream, { clip, to }: Window, depth: number): Box[] => {
  const steps = depth > DEEPEST ? null : unlessDamaged(() => stepsOf(pdf, look), null)
  if (!steps) return [clip]
  const areas: Box[] = []
  const kept: Matrix[] = []
  let at = to
  for (const { operator, operands } of steps) {
    if (operator === 'q') kept.push(at)
    else if (operator === 'Q') at = kept.pop() ?? at
    else if (operator === 'cm') at = times(matrixOf(operands), at)
    if (HIDES.has(operator)) return [clip]
    const drawn = operator === 'Do' ? drawnBy(pdf, dictOf(pdf.get(look.dict, 'Resources')), operands) : null
    if (!drawn) continue
    if (nameOf(pdf.get(drawn.dict, 'Subtype')) === 'Form')
      areas.push(...hiddenBy(pdf, drawn, windowOf(pdf, drawn, { clip, to: at }), depth + 1))
    else if (!['SMask', 'Mask', 'ImageMask'].some(key => drawn.dict.has(key))) return [clip]
  }
  return areas
}

const windowOf = (pdf: Pdf, form: Stream, { clip, to }: Window): Window => {
  const own = rectangleOf(pdf, form.dict, 'BBox')
  const inner = times(matrixOf([pdf.get(form.dict, 'Matrix')].flat()), to)
  if (!own) return { clip, to: inner }
  const [l, b, r, t] = around(inner, own)
  return { clip: [Math.max(clip[0], l), Math.max(clip[1], b), Math.min(clip[2], r), Math.min(clip[3], t)], to: inner }
}

const drawnBy = (pdf: Pdf, resources: Dict | null, [name]: Value[]): Stream | null => {
  const drawn = pdf.get(dictOf(pdf.get(resources, 'XObject')), nameOf(name) ?? '')
  return drawn instanceof Stream ? drawn : null
}

/** `bytes`: of one letter; fonts of type 0 take two. */
type State = { page: Matrix; line: Matrix; size: number; leading: number; bytes: number }
const START: Matrix = [1, 0, 0, 1, 0, 0]

/** Where words stand on the page, each line of them roughly as wide as it has letters. */
const wordsOf = (pdf: Pdf, content: Value | undefined, resources: Dict | null, outer: Matrix = START, depth = 0): Box[] => {
  const boxes: Box[] = []
  const kept: State[] = []
  let state: State = { page: outer, line: START, size: 1, leading: 0, bytes: 1 }
  for (const { operator, operands } of stepsOf(pdf, content ?? null)) {
    if (operator === 'q') kept.push(state)
    else if (operator === 'Q') state = kept.pop() ?? state
    else
      state = {
        ...stateAfter(state, operator, operands),
        ...(operator === 'Tf' ? { bytes: bytesOf(pdf, resources, operands) } : {}),
      }
    if (SHOWS.has(operator)) boxes.push(boxOf(state, operands))
    const drawn = operator === 'Do' && depth < DEEPEST ? drawnBy(pdf, resources, operands) : null
    if (!drawn || nameOf(pdf.get(drawn.dict, 'Subtype')) !== 'Form') continue
    const own = dictOf(pdf.get(drawn.dict, 'Resources')) ?? resources
    const matrix = matrixOf([pdf.get(drawn.dict, 'Matrix')].flat())
    for (const box of wordsOf(pdf, drawn, own, times(matrix, state.page), depth + 1)) boxes.push(box)
  }
  return boxes
}

const bytesOf = (pdf: Pdf, resources: Dict | null, [name]: Value[]): number => {
  const font = dictOf(pdf.get(dictOf(pdf.get(resources, 'Font')), nameOf(name) ?? ''))
  return font && nameOf(pdf.get(font, 'Subtype')) === 'Type0' ? 2 : 1
}

const stateAfter = (state: State, operator: string, operands: Step['operands']): State => {
  const numbers = operands.map(Number)
  const [first = 0, second = 0] = numbers
  const moved = (x: number, y: number): Matrix => times([1, 0, 0, 1, x, y], state.line)
  if (operator === 'cm') return { ...state, page: times(matrixOf(operands), state.page) }
  if (operator === 'BT') return { ...state, line: START }
  if (operator === 'Tf') return { ...state, size: second }
  if (operator === 'TL') return { ...state, leading: first }
  if (operator === 'Tm') return { ...state, line: matrixOf(operands) }
  if (operator === 'Td') return { ...state, line: moved(first, second) }
  if (operator === 'TD') return { ...state, line: moved(first, second), leading: -second }
  return operator === 'T*' || operator === "'" || operator === '"' ? { ...state, line: moved(0, -state.leading) } : state
}

const boxOf = ({ page, line, size, bytes }: State, operands: Value[]): Box => {
  const letters = operands.flat().reduce((sum: number, one) => sum + (one instanceof Text ? one.bytes.length : 0), 0) / bytes
  return around(times(line, page), [0, 0, letters * size * WIDTH_OF_A_LETTER, size * HEIGHT_OF_A_LETTER])
}

/** The upright box around a box that was moved and turned. */
const around = (to: Matrix, [left, low, right, high]: Box): Box => {
  const corners = [left, right].flatMap(x => [low, high].map(y => [to[0] * x + to[2] * y + to[4], to[1] * x + to[3] * y + to[5]]))
  const [xs, ys] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const matrixOf = (values: Value[]): Matrix => {
  const numbers = values.map(Number)
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : START
}

/** First `a`, then `b`. */
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]
