import { inflate } from './inflate.ts'
import type { Pdf } from './pdf.ts'
import { isDoubled } from './shapes.ts'
import { type Dict, listOf, Stream, unlessDamaged } from './values.ts'

/** Whether a picture hides what lies below it, at a place of the unit square in which it is drawn. */
export type Hides = (x: number, y: number) => boolean

/** A picture that is seen through in parts; null where it is in none, or where its mask cannot be read. */
export const maskOf = (pdf: Pdf, { dict, raw }: Stream): Hides | null => {
  if (isDoubled(dict)) return null
  const [soft, mask] = [pdf.get(dict, 'SMask'), pdf.get(dict, 'Mask')]
  if (pdf.get(dict, 'ImageMask') === true) return readMask(pdf, new Stream(dict, raw), 'stencil')
  if (soft instanceof Stream) return readMask(pdf, soft, 'soft')
  if (mask instanceof Stream) return readMask(pdf, mask, 'stencil')
  return Array.isArray(mask) ? colourKey(pdf, new Stream(dict, raw), mask.map(Number)) : null
}

type Dots = { width: number; height: number; at: (x: number, y: number, part: number) => number; top: number }

/** A stencil paints where its bit is 0, a soft mask hides as far as its dot is bright; `Decode` may turn both round. */
const readMask = (pdf: Pdf, mask: Stream, kind: 'stencil' | 'soft'): Hides | null => {
  const dots = isDoubled(mask.dict) ? null : dotsOf(pdf, mask, 1, kind === 'stencil' ? 1 : 8)
  if (!dots) return null
  const [low = 0, high = 1] = listOf(pdf.get(mask.dict, 'Decode')).map(Number)
  return over(dots, (x, y) => {
    const value = low + (dots.at(x, y, 0) / dots.top) * (high - low)
    return kind === 'stencil' ? value < 0.5 : value >= 0.5
  })
}

/** Dots of these colours are left out. */
const colourKey = (pdf: Pdf, picture: Stream, key: readonly number[]): Hides | null => {
  const parts = key.length / 2
  const dots = Number.isInteger(parts) && parts > 0 ? dotsOf(pdf, picture, parts, 8) : null
  if (!dots) return null
  const isLeftOut = (x: number, y: number) =>
    Array.from({ length: parts }, (_, part) => dots.at(x, y, part)).every((value, part) => {
      return key[2 * part]! <= value && value <= key[2 * part + 1]!
    })
  return over(dots, (x, y) => !isLeftOut(x, y))
}

const over =
  ({ width, height }: Dots, hides: (x: number, y: number) => boolean): Hides =>
  (x, y) =>
    hides(Math.min(width - 1, Math.floor(x * width)), Math.min(height - 1, Math.floor((1 - y) * height)))

const dotsOf = (pdf: Pdf, picture: Stream, parts: number, usual: number): Dots | null => {
  const [width, height] = [sizeIn(pdf, picture.dict, 'Width'), sizeIn(pdf, picture.dict, 'Height')]
  const bits = Number(pdf.get(picture.dict, 'BitsPerComponent') ?? usual)
  const bytes = unlessDamaged(() => inflate(picture), null)
  const row = Math.ceil((width * parts * bits) / 8)
  if (!bytes || ![1, 2, 4, 8].includes(bits) || !(width * height > 0) || bytes.length < row * height) return null
  const top = 2 ** bits - 1
  const at = (x: number, y: number, part: number) => {
    const bit = (x * parts + part) * bits
    return (bytes[y * row + (bit >> 3)]! >> (8 - bits - (bit & 7))) & top
  }
  return { width, height, at, top }
}

const sizeIn = (pdf: Pdf, dict: Dict, key: string): number => Number(pdf.get(dict, key))
