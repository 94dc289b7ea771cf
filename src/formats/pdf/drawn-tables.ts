import type { Rule, Rules } from './drawn-rules.ts'

/** A cell of a ruled table: its place on the grid and on the page. */
export type DrawnCell = {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  left: number
  right: number
  top: number
  bottom: number
}

/** A ruled table on one page; `xs` and `ys` are the lines of its grid, in points, y downwards. */
export type DrawnTable = { xs: number[]; ys: number[]; cells: DrawnCell[] }

/** Lines drawn so near to each other are one (double borders, borders drawn cell by cell). */
const NEAR = 3

/** A page with more lines or slots than this is a drawing. */
const MOST_RULES = 8000
const MOST_SLOTS = 20_000

/** Finds the grids among a page's rules: at least two columns; a lone frame or an underline is no table. */
export const findDrawnTables = (drawn: Rules): DrawnTable[] => {
  const rules = { across: merge(drawn.across), down: merge(drawn.down) }
  if (rules.across.length + rules.down.length > MOST_RULES) return []
  return connect(rules)
    .map(toTable)
    .filter(table => table !== null)
    .toSorted((a, b) => a.ys[0]! - b.ys[0]!)
}

/** Joins pieces of one line that touch or nearly touch. */
const merge = (rules: readonly Rule[]): Rule[] => {
  const lines: Rule[][] = []
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const line = lines.at(-1)
    if (line && rule.at - line[0]!.at <= NEAR) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap(line => {
    const at = line.reduce((sum, rule) => sum + rule.at, 0) / line.length
    const joined: Rule[] = []
    for (const rule of line.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last && rule.from - last.to <= NEAR) last.to = Math.max(last.to, rule.to)
      else joined.push({ ...rule, at })
    }
    return joined
  })
}

const touches = (across: Rule, down: Rule): boolean =>
  down.at >= across.from - NEAR && down.at <= across.to + NEAR && across.at >= down.from - NEAR && across.at <= down.to + NEAR

/** Sets of lines that hang together by crossing or touching. */
const connect = ({ across, down }: Rules): Rules[] => {
  const free = new Set([...across, ...down])
  const isAcross = new Set(across)
  const groups: Rules[] = []
  for (const first of across) {
    if (!free.delete(first)) continue
    const queue = [first]
    for (const rule of queue) {
      const others = isAcross.has(rule) ? down : across
      for (const other of others) {
        const meets = isAcross.has(rule) ? touches(rule, other) : touches(other, rule)
        if (meets && free.delete(other)) queue.push(other)
      }
    }
    groups.push({ across: queue.filter(rule => isAcross.has(rule)), down: queue.filter(rule => !isAcross.has(rule)) })
  }
  return groups
}

const toTable = (rules: Rules): DrawnTable | null => {
  const xs = ticks([...rules.down.map(rule => rule.at), ...rules.across.flatMap(rule => [rule.from, rule.to])])
  const ys = ticks([...rules.across.map(rule => rule.at), ...rules.down.flatMap(rule => [rule.from, rule.to])])
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > MOST_SLOTS) return null
  const cells = findCells(rules, xs, ys)
  return new Set(cells.map(cell => cell.column)).size > 1 ? { xs, ys, cells } : null
}

/** Distinct positions, those within reach of each other taken as one. */
const ticks = (numbers: readonly number[]): number[] => {
  const groups: number[][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && number - group.at(-1)! <= NEAR) group.push(number)
    else groups.push([number])
  }
  return groups.map(group => group.reduce((sum, number) => sum + number, 0) / group.length)
}

/** Neighbouring slots of the grid without a drawn line between them are one cell. */
const findCells = (rules: Rules, xs: readonly number[], ys: readonly number[]): DrawnCell[] => {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const owner = Array.from({ length: rows * columns }, (_, i) => i)
  const find = (slot: number): number => (owner[slot] === slot ? slot : find(owner[slot]!))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const slot = row * columns + column
      const right = column + 1 < columns && !isDrawn(rules.down, xs[column + 1]!, ys[row]!, ys[row + 1]!)
      const below = row + 1 < rows && !isDrawn(rules.across, ys[row + 1]!, xs[column]!, xs[column + 1]!)
      if (right) owner[find(slot + 1)] = find(slot)
      if (below) owner[find(slot + columns)] = find(slot)
    }
  }
  const groups = Map.groupBy(owner.keys(), slot => find(slot))
  return [...groups.values()].map(slots => boundCell(slots, columns, xs, ys))
}

const isDrawn = (rules: readonly Rule[], at: number, from: number, to: number): boolean => {
  const covered = rules
    .filter(rule => Math.abs(rule.at - at) <= NEAR)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0)
  return covered >= 0.5 * (to - from)
}

const boundCell = (slots: readonly number[], columns: number, xs: readonly number[], ys: readonly number[]): DrawnCell => {
  const rows = slots.map(slot => Math.floor(slot / columns))
  const across = slots.map(slot => slot % columns)
  const [row, last] = [Math.min(...rows), Math.max(...rows)]
  const [column, end] = [Math.min(...across), Math.max(...across)]
  return {
    row,
    column,
    rowSpan: last - row + 1,
    columnSpan: end - column + 1,
    left: xs[column]!,
    right: xs[end + 1]!,
    top: ys[row]!,
    bottom: ys[last + 1]!,
  }
}
