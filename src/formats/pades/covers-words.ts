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
  if (!looks.some(one => one instanceof Stream && hides(after, one, 0))) return false
  return unlessDamaged(() => wordsOf(before, page.get('Contents'), dictOf(before.get(page, 'Resources'))), []).some(words =>
    meet(words, box),
  )
}

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** What cannot be read may hide all. */
const hides = (pdf: Pdf, look: Stream, depth: number): boolean => {
  if (depth > DEEPEST) return true
  const steps = unlessDamaged(() => stepsOf(pdf, look), null)
  if (!steps) return true
  return steps.some(({ operator, operands }) => {
    if (operator !== 'Do') return HIDES.has(operator)
    const drawn = drawnBy(pdf, dictOf(pdf.get(look.dict, 'Resources')), operands)
    if (!drawn) return false
    if (nameOf(pdf.get(drawn.dict, 'Subtype')) === 'Form') return hides(pdf, drawn, depth + 1)
    return !['SMask', 'Mask', 'ImageMask'].some(key => drawn.dict.has(key))
  })
}

const drawnBy = (pdf: Pdf, resources: Dict | null, [name]: Value[]): Stream | null => {
  const drawn = pdf.get(dictOf(pdf.get(resources, 'XObject')), nameOf(name) ?? '')
  return drawn instanceof Stream ? drawn : null
}

type State = { page: Matrix; line: Matrix; size: number; leading: number }
const START: Matrix = [1, 0, 0, 1, 0, 0]

/** Where words stand on the page, each line of them roughly as wide as it has letters. */
const wordsOf = (pdf: Pdf, content: Value | undefined, resources: Dict | null, outer: Matrix = START, depth = 0): Box[] => {
  const boxes: Box[] = []
  const kept: State[] = []
  let state: State = { page: outer, line: START, size: 1, leading: 0 }
  for (const { operator, operands } of stepsOf(pdf, content ?? null)) {
    if (operator === 'q') kept.push(state)
    else if (operator === 'Q') state = kept.pop() ?? state
    else state = stateAfter(state, operator, operands)
    if (SHOWS.has(operator)) boxes.push(boxOf(state, operands))
    const drawn = operator === 'Do' && depth < DEEPEST ? drawnBy(pdf, resources, operands) : null
    if (!drawn || nameOf(pdf.get(drawn.dict, 'Subtype')) !== 'Form') continue
    const own = dictOf(pdf.get(drawn.dict, 'Resources')) ?? resources
    const matrix = matrixOf([pdf.get(drawn.dict, 'Matrix')].flat())
    for (const box of wordsOf(pdf, drawn, own, times(matrix, state.page), depth + 1)) boxes.push(box)
  }
  return boxes
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

const boxOf = ({ page, line, size }: State, operands: Value[]): Box => {
  const letters = operands.flat().reduce((sum: number, one) => sum + (one instanceof Text ? one.bytes.length : 0), 0)
  const at = times(line, page)
  const [width, height] = [letters * size * WIDTH_OF_A_LETTER, size * HEIGHT_OF_A_LETTER]
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ].map(([x, y]) => [at[0] * x! + at[2] * y! + at[4], at[1] * x! + at[3] * y! + at[5]] as const)
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
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
