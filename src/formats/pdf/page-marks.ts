import { type Box, pathBox, pathRules, type Rules } from './drawn-rules.ts'
import { IDENTITY, type Matrix, multiply, toMatrix } from './matrix.ts'
import { pdfjs } from './pdfjs.ts'
import { type PdfFont, parseFont, showWords, startText, type TextState, type Word } from './shown-words.ts'
import { isStraight, turnedLines } from './turned.ts'

/** What is printed on one page, upright, in points, y growing downwards; `turned`: stamps and watermarks that lean or stand across it. */
export type PageMarks = {
  width: number
  height: number
  /** Takes what the file counts in (from below, before the page is turned or cut) to these points. */
  upright: Matrix
  words: Word[]
  rules: Rules
  imageArea: number
  images: PlacedImage[]
  turned: string[]
}

/** `what` is pdf.js' name of the image or the image itself; `place` takes the unit square to points. */
export type PlacedImage = { what: unknown; stencil: boolean; place: Matrix }

/** The part of a pdf.js page that is used here. */
export type PdfPage = {
  getViewport: (options: { scale: number }) => { width: number; height: number; transform: unknown }
  commonObjs: { has: (id: string) => boolean; get: (id: string) => unknown }
}

/** A page's drawing instructions: a number for each, and what it is given. */
export type Drawing = { fnArray: readonly number[]; argsArray: readonly unknown[] }

type State = { ctm: Matrix; text: TextState; fill: string }

const WHITE = '#ffffff'

/** Reads words, ruled lines and the area of images from a page's drawing instructions. */
export const readPageMarks = async (page: PdfPage, drawing: Drawing): Promise<PageMarks> => {
  const view = page.getViewport({ scale: 1 })
  const { OPS } = await pdfjs()
  const read = (turn: number): PageMarks => {
    const sideways = turn % 2 === 1
    const [width, height] = sideways ? [view.height, view.width] : [view.width, view.height]
    const upright = multiply(turnBack(turn, view.width, view.height), toMatrix(view.transform))
    const marks: PageMarks = { width, height, upright, words: [], ...nothingDrawn() }
    const run = createInterpreter(OPS, page, marks, upright)
    for (const [i, op] of drawing.fnArray.entries()) run(op, listOf(drawing.argsArray[i]))
    return marks
  }
  const marks = read(0)
  const turn = mainTurn(marks.words)
  const upright = turn === 0 ? marks : read(turn)
  const straight = upright.words.filter(word => isStraight(word))
  return { ...upright, words: straight, turned: turnedLines(upright.words.filter(word => !isStraight(word))) }
}

const nothingDrawn = () => ({
  rules: { across: [], down: [] } as Rules,
  imageArea: 0,
  images: [] as PlacedImage[],
  turned: [] as string[],
})

/** The direction in which most of the page is written, in quarter turns. */
const mainTurn = (words: readonly Word[]): number => {
  const signs = [0, 0, 0, 0]
  for (const word of words) signs[word.turn] = (signs[word.turn] ?? 0) + word.text.trim().length
  return signs.indexOf(Math.max(...signs))
}

const turnBack = (turn: number, width: number, height: number): Matrix => {
  if (turn === 1) return [0, -1, 1, 0, 0, width]
  if (turn === 2) return [-1, 0, 0, -1, width, height]
  return turn === 3 ? [0, 1, -1, 0, height, 0] : IDENTITY
}

/** The texts of stamps and notes that lie upon a page, one for each, from the instructions that draw them. */
export async function readAnnotations(page: PdfPage, drawing: Drawing): Promise<string[]> {
  const { OPS } = await pdfjs()
  const texts: string[] = []
  const marks: PageMarks = { width: 0, height: 0, upright: IDENTITY, words: [], ...nothingDrawn(), imageArea: 1 }
  const run = createInterpreter(OPS, page, marks, IDENTITY)
  let within = false
  for (const [i, op] of drawing.fnArray.entries()) {
    if (op === OPS['beginAnnotation']) within = true
    else if (op === OPS['endAnnotation']) {
      texts.push(marks.words.map(word => word.text).join(''))
      marks.words = []
      within = false
    } else if (within) run(op, listOf(drawing.argsArray[i]))
  }
  return texts
}

type Instruction = (args: readonly unknown[]) => void

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const createInterpreter = (ops: Record<string, number>, page: PdfPage, marks: PageMarks, base: Matrix) => {
  const stack: State[] = []
  let state: State = { ctm: base, text: startText(), fill: '' }
  const grounds: Box[] = []
  const save = (): void => void stack.push({ ...state, text: { ...state.text } })
  const restore = (): void => {
    state = stack.pop() ?? state
  }
  const transform = (matrix: unknown): void => {
    state.ctm = multiply(state.ctm, toMatrix(matrix))
  }
  const image =
    (stencil: boolean): Instruction =>
    ([what]) => {
      const [a, b, c, d] = state.ctm
      marks.imageArea += Math.abs(a * d - b * c)
      marks.images.push({ what, stencil, place: state.ctm })
    }
  const painted = paintOps(ops)
  const instructions: Record<string, Instruction> = {
    save,
    restore,
    transform,
    paintFormXObjectBegin: ([matrix]) => {
      save()
      if (matrix) transform(matrix)
    },
    paintFormXObjectEnd: restore,
    constructPath: ([paint, paths]) => {
      const kind = painted.get(Number(paint))
      if (kind) pathRules(listOf(paths)[0], kind, state.ctm, marks.rules)
      if (kind === 'fill' && state.fill !== WHITE) grounds.push(pathBox(listOf(paths)[0], state.ctm))
    },
    paintImageXObject: image(false),
    paintInlineImageXObject: image(false),
    paintImageMaskXObject: image(true),
    setFillRGBColor: ([color]) => {
      state.fill = String(color)
    },
    showText: ([glyphs]) => {
      const words = showWords(listOf(glyphs), state.text, state.ctm)
      // White on white marks the place of an electronic signature and is not printed.
      const seen = state.fill === WHITE && !marks.imageArea ? words.filter(word => isOnGround(word, grounds)) : words
      marks.words.push(...seen)
    },
    ...textInstructions(() => state.text, page),
  }
  const byCode = new Map(Object.entries(instructions).map(([name, run]) => [ops[name], run]))
  return (op: number, args: readonly unknown[]): void => byCode.get(op)?.(args)
}

const isOnGround = (word: Word, grounds: readonly Box[]): boolean =>
  grounds.some(box => word.x1 > box.left && word.x0 < box.right && word.y > box.top && word.y <= box.bottom)

const paintOps = (ops: Record<string, number>): Map<number | undefined, 'stroke' | 'fill'> =>
  new Map([
    ...['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
      name => [ops[name], 'stroke'] as const,
    ),
    ...['fill', 'eoFill'].map(name => [ops[name], 'fill'] as const),
  ])

const textInstructions = (text: () => TextState, page: PdfPage): Record<string, Instruction> => {
  const move = (x: number, y: number): void => {
    const t = text()
    t.lineX += x
    t.lineY += y
    t.x = t.lineX
    t.y = t.lineY
  }
  const setMatrix = (matrix: Matrix): void => {
    Object.assign(text(), { matrix, x: 0, y: 0, lineX: 0, lineY: 0 })
  }
  return {
    beginText: () => setMatrix(toMatrix(null)),
    setTextMatrix: ([matrix]) => setMatrix(toMatrix(matrix)),
    setFont: ([id, size]) => Object.assign(text(), { font: findFont(page, String(id)), size: Number(size) }),
    setCharSpacing: ([value]) => void (text().charSpacing = Number(value)),
    setWordSpacing: ([value]) => void (text().wordSpacing = Number(value)),
    setHScale: ([value]) => void (text().scale = Number(value) / 100),
    setLeading: ([value]) => void (text().leading = -Number(value)),
    setTextRise: ([value]) => void (text().rise = Number(value)),
    moveText: ([x, y]) => move(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      text().leading = Number(y)
      move(Number(x), Number(y))
    },
    nextLine: () => move(0, text().leading),
  }
}

const findFont = (page: PdfPage, id: string): PdfFont | null =>
  parseFont(page.commonObjs.has(id) ? page.commonObjs.get(id) : null)
