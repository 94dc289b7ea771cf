import { GUTTER, type Segment } from './lines.ts'

/** One line as it is to be read, with the height that tells how far it stands from the next. */
export type Line = { text: string; top: number; bottom: number; size: number }

/**
 * Puts segments in reading order: line by line, but where two columns stand side by side (a two-column head, signature
 * blocks, a two-column page) the left block as a whole before the right one.
 */
export const readInOrder = (segments: readonly Segment[]): Line[] => {
  const zone = findZone(segments)
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

/** Takes in the lines above and below, as long as they leave the gutter white and stand close to their own column. */
const growZone = (sorted: readonly Segment[], a: Segment, b: Segment, start: Gutter): Zone | null => {
  const [left, right] = a.x0 < b.x0 ? [[a], [b]] : [[b], [a]]
  const zone: Zone = { left, right }
  let gutter = start
  const take = (segment: Segment): boolean => {
    const [from, to] = gutter
    const middle = (from + to) / 2
    const onLeft = segment.x1 < middle
    if (!onLeft && segment.x0 < middle) return false
    const next: Gutter = onLeft ? [Math.max(from, segment.x1), to] : [from, Math.min(to, segment.x0)]
    const side = onLeft ? zone.left : zone.right
    if (next[1] - next[0] < 0.5 * segment.size || !follows(side, segment, zone)) return false
    gutter = next
    side.push(segment)
    return true
  }
  const rank = (s: Segment): number => sorted.indexOf(s)
  for (const segment of sorted.slice(rank(a) + 1)) if (segment !== b && !take(segment)) break
  for (const segment of sorted.slice(0, rank(a)).toReversed()) if (!take(segment)) break
  return Math.min(zone.left.length, zone.right.length) > 1 || isBlock(zone) ? zone : null
}

/** One line against several is still two blocks; against two only where those stand centred, as in a head. */
const isBlock = ({ left, right }: Zone): boolean => {
  const [a, b, ...more] = left.length > right.length ? left : right
  return more.length > 0 || Boolean(a && b && Math.abs(middle(a) - middle(b)) < 0.5 * a.size && Math.abs(a.x0 - b.x0) > a.size)
}

/** A line goes on with its column where it shares its height with the zone, or stands near below or above its own column. */
const follows = (side: readonly Segment[], segment: Segment, zone: Zone): boolean => {
  const beside = [...zone.left, ...zone.right].some(s => !side.includes(s) && overlap(s, segment) > 0)
  if (beside) return true
  const gap = Math.min(...side.map(s => Math.max(segment.top - s.bottom, s.top - segment.bottom)))
  const near = gap < 1.3 * segment.size
  const aligned = side.some(s => Math.abs(s.x0 - segment.x0) < s.size || Math.abs(middle(s) - middle(segment)) < 1.5 * s.size)
  return near && aligned
}

const overlap = (a: Segment, b: Segment): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
const middle = (s: Segment): number => (s.x0 + s.x1) / 2

/** Segments of one height make one line; a wide gap that parts no blocks is a tab. */
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
      .map(s => s.text)
      .join('\t'),
    top: Math.min(...line.map(s => s.top)),
    bottom: Math.max(...line.map(s => s.bottom)),
    size: Math.max(...line.map(s => s.size)),
  }))
}
