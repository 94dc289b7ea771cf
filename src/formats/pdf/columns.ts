import { GUTTER, type Segment } from './lines.ts'

/** One line as it is to be read, with the height that tells how far it stands from the next. */
export type Line = { text: string; top: number; bottom: number; size: number }

/** A page with more segments than this is a drawing or a list of figures, not blocks of text. */
const MOST_SEGMENTS = 1000

/**
 * Puts segments in reading order: line by line, but where two columns stand side by side (a two-column head, signature
 * blocks, a two-column page) the left block as a whole before the right one.
 */
export const readInOrder = (segments: readonly Segment[]): Line[] => {
  const zone = segments.length > MOST_SEGMENTS ? null : findZone(segments)
  if (!zone) return joinLines(segments)
  const within = new Set([...zone.left, ...zone.right])
  const top = Math.min(...[...within].map(s => s.top))
  const rest = segments.filter(s => !within.has(s))
  return [
    ...joinLines(rest.filter(s => s.top < top)),
    ...readInOrder(zone.left),
    ...readInOrder(zone.right),
    ...readInOrder(rest.filter(s => s.top >= top)),
  ]
}

type Zone = { left: Segment[]; right: Segment[] }
type Gutter = readonly [from: number, to: number]

/** The first stretch of the page that a gutter divides; one line alone is no block. */
const findZone = (segments: readonly Segment[]): Zone | null => {
  const sorted = segments.toSorted((a, b) => a.top - b.top)
  for (const [i, a] of sorted.entries()) {
    for (const b of sorted.slice(i + 1, i + 6)) {
      const gutter = gutterBetween(a, b)
      const zone = gutter && growZone(sorted, a, b, gutter)
      if (zone) return zone
    }
  }
  return null
}

/** Two segments side by side, at least partly on one height, with white between them. */
const gutterBetween = (a: Segment, b: Segment): Gutter | null => {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (shared < 0.2 * Math.min(a.bottom - a.top, b.bottom - b.top)) return null
  const [left, right] = a.x0 < b.x0 ? [a, b] : [b, a]
  return right.x0 - left.x1 > GUTTER * Math.min(a.size, b.size) ? [left.x1, right.x0] : null
}

/** Takes in the lines above and below, as long as they leave the gutter white and belong to their own column. */
const growZone = (sorted: readonly Segment[], a: Segment, b: Segment, start: Gutter): Zone | null => {
  const zone: Zone = a.x0 < b.x0 ? { left: [a], right: [b] } : { left: [b], right: [a] }
  let gutter = start
  const take = (segment: Segment): boolean => {
    const side = sideOf(segment, gutter, zone)
    if (!side) return false
    const partners = sorted.filter(s => s !== segment && overlap(s, segment) > 0)
    if (!follows(segment, zone[side], zone, partners)) return false
    const [from, to] = gutter
    gutter = side === 'left' ? [Math.max(from, segment.x1), to] : [from, Math.min(to, segment.x0)]
    zone[side].push(segment)
    return true
  }
  const rank = sorted.indexOf(a)
  for (const segment of sorted.slice(rank + 1)) if (segment !== b && !take(segment)) break
  for (const segment of sorted.slice(0, rank).toReversed()) if (!take(segment)) break
  return isBlock(zone) ? zone : null
}

/** The side on which a line leaves the gutter white; a short line under two wide ones goes to the nearer column. */
const sideOf = (segment: Segment, [from, to]: Gutter, zone: Zone): 'left' | 'right' | null => {
  const white = 0.5 * segment.size
  const left = segment.x1 <= to - white
  const right = segment.x0 >= from + white
  if (left && right) return distance(segment, zone.left) < distance(segment, zone.right) ? 'left' : 'right'
  if (left) return 'left'
  return right ? 'right' : null
}

const distance = (segment: Segment, side: readonly Segment[]): number =>
  Math.min(...side.map(s => Math.min(Math.abs(middle(s) - middle(segment)), Math.abs(s.x0 - segment.x0))))

/** Two lines a side make blocks; one line does against three, or against two that stand centred, as in a head. */
const isBlock = ({ left, right }: Zone): boolean => {
  const [few, many] = [rowsOf(left), rowsOf(right)].toSorted((a, b) => a.length - b.length)
  if (!few || !many || few.length > 1) return true
  const [a, b] = many
  if (!a || !b || many.length > 2) return many.length > 2
  return Math.abs(middle(a) - middle(b)) < 0.5 * a.size && Math.abs(a.x0 - b.x0) > a.size
}

/** One segment for each height. */
const rowsOf = (side: readonly Segment[]): Segment[] =>
  side.filter((segment, i) => !side.slice(0, i).some(other => overlap(other, segment) > 0))

/** A name stands so many line heights below the office at most. */
const FARTHEST = 10

/**
 * A line goes on with its column where it stands beside the other column, or near below or above its own; and, as a pair of
 * names under a pair of offices, also farther off where both are centred under their columns.
 */
const follows = (segment: Segment, side: readonly Segment[], zone: Zone, partners: readonly Segment[]): boolean => {
  const other = side === zone.left ? zone.right : zone.left
  if (other.some(s => overlap(s, segment) > 0)) return true
  const gap = Math.min(...side.map(s => Math.max(segment.top - s.bottom, s.top - segment.bottom)))
  if (gap < 1.3 * segment.size) return isCentred(segment, side) || side.some(s => Math.abs(s.x0 - segment.x0) < s.size)
  const paired = partners.length === 1 && partners.every(partner => isCentred(partner, other))
  return gap < FARTHEST * segment.size && paired && isCentred(segment, side)
}

const isCentred = (segment: Segment, side: readonly Segment[]): boolean =>
  side.some(s => Math.abs(middle(s) - middle(segment)) < 1.5 * s.size)

const overlap = (a: Segment, b: Segment): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
const middle = (s: Segment): number => (s.x0 + s.x1) / 2

/** A wide gap that parts no blocks: from so many em on a tab, else a blank left to be filled in. */
const TAB = 2.5

/** Segments of one height make one line. */
const joinLines = (segments: readonly Segment[]): Line[] => {
  const lines: Segment[][] = []
  for (const segment of segments.toSorted((a, b) => a.top - b.top)) {
    const line = lines.at(-1)
    const height = Math.min(segment.bottom - segment.top, (line?.[0]?.bottom ?? 0) - (line?.[0]?.top ?? 0))
    if (line?.[0] && overlap(line[0], segment) >= 0.5 * height) line.push(segment)
    else lines.push([segment])
  }
  return lines.map(line => ({
    text: line
      .toSorted((a, b) => a.x0 - b.x0)
      .map((s, i, all) => (i > 0 ? blankBetween(all[i - 1]!, s) : '') + s.text)
      .join(''),
    top: Math.min(...line.map(s => s.top)),
    bottom: Math.max(...line.map(s => s.bottom)),
    size: Math.max(...line.map(s => s.size)),
  }))
}

const blankBetween = (a: Segment, b: Segment): string => (b.x0 - a.x1 < TAB * b.size ? ' ' : '\t')
