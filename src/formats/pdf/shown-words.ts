import { printSymbols } from '../symbols.ts'
import { apply, IDENTITY, type Matrix, multiply } from './matrix.ts'

/**
 * A run of signs without a gap, or a run of blanks. `x0`…`x1` is its advance, `y` the baseline, `size` the height of the
 * font in points, all upright and with y growing downwards; `turn` is the writing direction in quarter turns, `angle` in degrees.
 */
export type Word = {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  font: string
  turn: number
  angle: number
}

/** `unit` is the size of a glyph unit in em. */
export type PdfFont = { name: string; unit: number }

export type TextState = {
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  font: PdfFont | null
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

export const startText = (): TextState => ({
  matrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
})

/** A gap of so many em between two signs parts words even where no blank is drawn. */
export const WORD_GAP = 0.17

type Glyph = { unicode: string; width: number; isSpace: boolean }

/** Most fonts count in thousandths of an em; so do those that the file does not carry, which come without a matrix. */
const USUAL_UNIT = 0.001

/** Takes what pdf.js knows of a font; null where it knows none. */
export const parseFont = (value: unknown): PdfFont | null => {
  if (typeof value !== 'object' || value === null || !('name' in value)) return null
  const matrix = 'fontMatrix' in value && Array.isArray(value.fontMatrix) ? value.fontMatrix : []
  return { name: String(value.name), unit: Number(matrix[0]) || USUAL_UNIT }
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value

/** Moves along one shown string and gives its words; what is shown again at the same place (imitated bold) stays double. */
export const showWords = (glyphs: readonly unknown[], text: TextState, ctm: Matrix): Word[] => {
  const { font } = text
  const words: Word[] = []
  if (!font) return words
  const place = multiply(ctm, text.matrix)
  const unit = text.size * font.unit
  const pen = createPen(place, text, font, words)
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      text.x -= (glyph * text.size * text.scale) / 1000
    } else if (isGlyph(glyph)) {
      const from = text.x
      text.x += (glyph.width * unit + text.charSpacing + (glyph.isSpace ? text.wordSpacing : 0)) * text.scale
      pen.draw(glyph.unicode, from, from + glyph.width * unit * text.scale)
    }
  }
  pen.lift()
  return words
}

type Pen = { draw: (sign: string, from: number, to: number) => void; lift: () => void }

const createPen = (place: Matrix, text: TextState, font: PdfFont, words: Word[]): Pen => {
  let run: { text: string; from: number; to: number } | null = null
  const lift = (): void => {
    if (run) words.push(placeWord(run, place, text, font))
    run = null
  }
  const draw = (sign: string, from: number, to: number): void => {
    const blank = /^\s*$/.test(sign)
    const parted =
      run && (blank || !run.text.trim() || Math.abs(from - run.to) > WORD_GAP * Math.abs(text.size) + Math.abs(text.charSpacing))
    if (parted) lift()
    run = run ? { text: run.text + sign, from: run.from, to } : { text: blank ? ' ' : sign, from, to }
  }
  return { draw, lift }
}

const placeWord = (run: { text: string; from: number; to: number }, place: Matrix, text: TextState, font: PdfFont): Word => {
  const [x0, y0] = apply(place, run.from, text.y + text.rise)
  const [x1, y1] = apply(place, run.to, text.y + text.rise)
  const radians = Math.atan2(place[1], place[0])
  return {
    // A drawn soft hyphen is a visible hyphen.
    text: printSymbols(run.text.replaceAll('\u00ad', '-')),
    x0,
    x1,
    y: (y0 + y1) / 2,
    size: Math.abs(text.size) * Math.hypot(place[2], place[3]),
    font: font.name.replace(/^[A-Z]{6}\+/, ''),
    turn: (Math.round(radians / (Math.PI / 2)) + 4) % 4,
    angle: (radians * 180) / Math.PI,
  }
}
