import { apply, IDENTITY, type Matrix } from '../pdf/matrix.ts'
import type { Pdf } from './pdf.ts'
import type { Dict, Value } from './values.ts'

/** Upright, in points from the lower left corner. */
export type Box = [left: number, low: number, right: number, high: number]

export const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

export const common = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

/** The upright box around a box that was moved and turned. */
export const around = (to: Matrix, [left, low, right, high]: Box): Box => {
  const corners = [left, right].flatMap(x => [low, high].map(y => apply(to, x, y)))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** What an operator is given: readers take the last six numbers. Null where they are none. */
export const matrixOf = (values: readonly Value[]): Matrix | null => {
  const numbers = values.slice(-6)
  const six = numbers.length === 6 && numbers.every(one => typeof one === 'number' && Number.isFinite(one))
  return six ? (numbers as unknown as Matrix) : null
}

/** How a form stands in what draws it; null where that cannot be read. */
export const matrixIn = (pdf: Pdf, dict: Dict): Matrix | null => {
  const found = pdf.get(dict, 'Matrix')
  if (found === null) return IDENTITY
  return Array.isArray(found) && found.length === 6 ? matrixOf(found.map(one => pdf.resolve(one))) : null
}

/** Two equal keys, of which readers take one or the other (see `Scanner`). */
export const isTwice = (dict: Dict, key: string): boolean => [...dict.keys()].some(one => one.startsWith(`${key} (`))
export const isDoubled = (dict: Dict): boolean => [...dict.keys()].some(key => / \(\d+\)$/.test(key))
