import { apply, type Matrix } from './matrix.ts'

/** A straight line on the page: at y `at` from x `from` to x `to` (across), or the other way round (down). Points. */
export type Rule = { at: number; from: number; to: number }
export type Rules = { across: Rule[]; down: Rule[] }

/** A filled shape thinner than this is a line. */
const THIN = 3
const SHORTEST = 2

type Point = readonly [x: number, y: number]

/** Adds the axis-parallel lines of one path: edges of a stroked path, or a filled sliver as a whole. */
export const pathRules = (data: unknown, paint: 'stroke' | 'fill', ctm: Matrix, rules: Rules): void => {
  for (const points of subpaths(data, ctm)) {
    if (paint === 'fill') addSliver(points, rules)
    else points.forEach((point, i) => i > 0 && addEdge(points[i - 1]!, point, rules))
  }
}

const addEdge = ([x0, y0]: Point, [x1, y1]: Point, rules: Rules): void => {
  const wide = Math.abs(x1 - x0)
  const high = Math.abs(y1 - y0)
  if (high < 0.5 && wide > SHORTEST) rules.across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
  if (wide < 0.5 && high > SHORTEST) rules.down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
}

const addSliver = (points: readonly Point[], rules: Rules): void => {
  const { left, right, top, bottom } = boxOf(points)
  const wide = right - left
  const high = bottom - top
  if (high <= THIN && wide > high) rules.across.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (wide <= THIN && high > wide) rules.down.push({ at: (left + right) / 2, from: top, to: bottom })
}

export type Box = { left: number; right: number; top: number; bottom: number }

/** The rectangle around a whole path. */
export const pathBox = (data: unknown, ctm: Matrix): Box => boxOf([...subpaths(data, ctm)].flat())

const boxOf = (points: readonly Point[]): Box => {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

/** pdf.js packs a path as numbers: an instruction (0 move, 1 line, 2 curve, 3 quadratic, 4 close), then its coordinates. */
const COORDINATES = [2, 2, 6, 4, 0]

function* subpaths(data: unknown, ctm: Matrix): Generator<Point[]> {
  if (!(data instanceof Float32Array) && !Array.isArray(data)) return
  const numbers = Array.from(data, Number)
  let points: Point[] = []
  for (let i = 0; i < numbers.length; ) {
    const step = numbers[i]!
    const count = COORDINATES[step]
    if (count === undefined) break
    if (step === 0 && points.length) {
      yield points
      points = []
    }
    if (count) points.push(apply(ctm, numbers[i + count - 1]!, numbers[i + count]!))
    else if (points[0]) points.push(points[0])
    i += count + 1
  }
  if (points.length) yield points
}
