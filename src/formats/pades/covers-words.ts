import { apply, IDENTITY, inverse, type Matrix, multiply } from '../pdf/matrix.ts'
import { rectangleOf, type Step, stepsOf } from './content.ts'
import { type Hides, maskOf } from './mask.ts'
import type { Pdf } from './pdf.ts'
import { around, type Box, common, isDoubled, matrixIn, matrixOf, meet } from './shapes.ts'
import { type Dict, dictOf, listOf, nameOf, Stream, unlessDamaged, type Value } from './values.ts'
import { fitting, wordsOnPage } from './words-on-page.ts'

/** Fills a shape, or shows words: what lies below is no longer what one reads. */
const HIDES = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'BI', 'Tj', 'TJ', "'", '"'])
const STROKES = new Set(['S', 's'])
/** In points: the rim of a seal and a frame are thinner. */
const THICK = 3
const DEEPEST = 8
const MOST_FORMS = 500

/** A part of the page that is hidden; `at` tells where within it, else all of it is. */
type Veil = { box: Box; at?: Hides }

/** Whether a widget of the later file draws over words that the page had before. What cannot be read may hide all. */
export const coversWords = (before: Pdf, page: Dict, after: Pdf, widget: Dict): boolean => {
  const box = rectangleOf(after, widget, 'Rect')
  const parts = dictOf(after.get(widget, 'AP'))
  const look = after.get(parts, 'N')
  if (isDoubled(widget) || (parts && isDoubled(parts))) return true
  if (!box || look === null) return false
  // A widget has a look for each of its states, and each may be shown.
  const looks = look instanceof Stream ? [look] : [...(dictOf(look)?.values() ?? [])].map(one => after.resolve(one))
  const veils = looks.flatMap(one => (one instanceof Stream ? new Looks(after).veils(one, box) : []))
  if (veils.length === 0) return false
  const words = unlessDamaged(() => wordsOnPage(before, page), null)
  return !words || words.some(word => veils.some(veil => isHidden(word, veil)))
}

type Window = { clip: Box; to: Matrix | null; resources: Dict | null; depth: number }

class Looks {
  readonly #pdf: Pdf
  #forms = 0
  constructor(pdf: Pdf) {
    this.#pdf = pdf
  }

  veils(look: Stream, box: Box): Veil[] {
    const clip: Box = listOf(this.#pdf.get(look.dict, 'BBox')).length === 4 ? box : EVERYWHERE
    return this.#hidden(look, { clip, to: fitting(this.#pdf, look, box), resources: null, depth: 0 })
  }

  /** What a look draws itself may reach anywhere within its window, whatever its fonts say; a form within it is cut to its own box. */
  #hidden(look: Stream, { clip, to, resources, depth }: Window): Veil[] {
    const all = [{ box: clip }]
    const isOdd = depth > DEEPEST || ++this.#forms > MOST_FORMS || isDoubled(look.dict)
    const steps = isOdd ? null : unlessDamaged(() => stepsOf(this.#pdf, look), null)
    if (!steps) return all
    const own = dictOf(this.#pdf.get(look.dict, 'Resources')) ?? resources
    const veils: Veil[] = []
    const kept: Pen[] = []
    let pen: Pen = { at: to, width: 1 }
    for (const step of steps) {
      if (step.operator === 'q') kept.push(pen)
      else if (step.operator === 'Q') pen = kept.pop() ?? pen
      else pen = this.#after(pen, step, own)
      if (HIDES.has(step.operator) || (STROKES.has(step.operator) && isThick(pen))) return all
      if (step.operator === 'Do')
        for (const veil of this.#drawn(step.operands, { clip, to: pen.at, resources: own, depth })) veils.push(veil)
    }
    return veils
  }

  #after(pen: Pen, { operator, operands }: Step, resources: Dict | null): Pen {
    const matrix = operator === 'cm' ? matrixOf(operands) : IDENTITY
    const set = operator === 'gs' ? this.#named(resources, 'ExtGState', operands) : null
    const width = operator === 'w' ? operands.at(-1) : this.#pdf.get(dictOf(set), 'LW')
    return {
      at: pen.at && matrix && (operator === 'cm' ? multiply(pen.at, matrix) : pen.at),
      width: typeof width === 'number' ? width : pen.width,
    }
  }

  #named(resources: Dict | null, kind: string, operands: Value[]): Value {
    const named = dictOf(this.#pdf.get(resources, kind))
    return named && !isDoubled(named) ? this.#pdf.get(named, nameOf(operands.at(-1)) ?? '') : null
  }

  #drawn(operands: Value[], within: Window): Veil[] {
    const drawn = this.#named(within.resources, 'XObject', operands)
    if (!(drawn instanceof Stream)) return [{ box: within.clip }]
    if (nameOf(this.#pdf.get(drawn.dict, 'Subtype')) === 'Form') return this.#hidden(drawn, this.#windowOf(drawn, within))
    const at = maskOf(this.#pdf, drawn)
    const back = at && within.to && inverse(within.to)
    return [back ? { box: within.clip, at: (x, y) => inUnit(apply(back, x, y), at) } : { box: within.clip }]
  }

  #windowOf(form: Stream, { clip, to, ...rest }: Window): Window {
    const [own, matrix] = [rectangleOf(this.#pdf, form.dict, 'BBox'), matrixIn(this.#pdf, form.dict)]
    const inner = to && matrix && multiply(to, matrix)
    const isCut = own && inner && !isDoubled(form.dict) && listOf(this.#pdf.get(form.dict, 'BBox')).length === 4
    return { clip: isCut ? common(clip, around(inner, own)) : clip, to: inner, resources: rest.resources, depth: rest.depth + 1 }
  }
}

const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity]

/** `at`: how what is drawn stands on the page; null where that cannot be read. */
type Pen = { at: Matrix | null; width: number }

const isThick = ({ at, width }: Pen): boolean =>
  !at || Math.abs(width) * Math.max(Math.hypot(at[0], at[1]), Math.hypot(at[2], at[3])) > THICK

const inUnit = ([x, y]: [x: number, y: number], at: Hides): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1 && at(x, y)

/** So much in points do letters stay away from the edge of their box, and boxes of neighbours touch by rounding. */
const SLACK = 0.5
/** How wide a letter is, of its height; and how many looks are taken across it. */
const LETTER = 0.65
const LOOKS = 6
/** A letter of which so much is hidden is not read any more. */
const HIDDEN = 0.9

const isHidden = (word: Box, { box, at }: Veil): boolean => {
  if (!meet([word[0] + SLACK, word[1] + SLACK, word[2] - SLACK, word[3] - SLACK], box)) return false
  return !at || lettersOf(word).some(letter => shareHidden(letter, box, at) >= HIDDEN)
}

/** Letters of a word, overlapping by half. */
const lettersOf = ([left, low, right, high]: Box): Box[] => {
  const [width, height] = [right - left, high - low]
  const along = width > height
  const letter = LETTER * Math.min(width, height)
  const many = Math.min(1000, Math.max(1, Math.floor((2 * Math.max(width, height)) / letter) - 1))
  return Array.from({ length: many }, (_, nth): Box => {
    const from = (nth * letter) / 2
    return along ? [left + from, low, left + from + letter, high] : [left, low + from, right, low + from + letter]
  })
}

const shareHidden = ([left, low, right, high]: Box, box: Box, at: Hides): number => {
  let hidden = 0
  for (let row = 0; row < LOOKS; row++)
    for (let column = 0; column < LOOKS; column++) {
      const [x, y] = [left + ((column + 0.5) / LOOKS) * (right - left), low + ((row + 0.5) / LOOKS) * (high - low)]
      if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && at(x, y)) hidden++
    }
  return hidden / LOOKS ** 2
}
