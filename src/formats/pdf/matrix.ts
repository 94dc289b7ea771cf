/** An affine transform as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (m: Matrix, x: number, y: number): [x: number, y: number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** The way back; null where there is none. */
export const inverse = ([a, b, c, d, e, f]: Matrix): Matrix | null => {
  const det = a * d - b * c
  if (!Number.isFinite(det) || Math.abs(det) < 1e-12) return null
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det]
}

/** Takes what pdf.js hands out as an array or typed array; anything else changes nothing. */
export const toMatrix = (value: unknown): Matrix => {
  const list = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array ? [...value] : []
  const [a, b, c, d, e, f] = list.map(Number)
  return [a, b, c, d, e, f].every(Number.isFinite) ? [a!, b!, c!, d!, e!, f!] : IDENTITY
}
