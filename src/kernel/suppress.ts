/** Counts below this are not told to anybody beyond those who handle the records. */
export const SMALL_COUNT = 5

export type Suppressed<Row> = { rows: { row: Row; hidden: boolean }[]; totalHidden: boolean }

const isSmall = (value: number): boolean => value > 0 && value < SMALL_COUNT

/**
 * Which rows of a table of counts are told. A row with a small count is hidden whole. What is hidden can be reckoned back as one
 * sum, from the total: so at least two rows are hidden, and each column of theirs adds up to nothing or to no small count;
 * where the table is too thin for that, the total is hidden too. Rows are taken in order of size, the smallest first.
 */
export function suppress<Row>(rows: readonly Row[], countsOf: (row: Row) => readonly number[]): Suppressed<Row> {
  const counts = rows.map(row => countsOf(row))
  const hidden = new Set(rows.flatMap((_, at) => (counts[at]!.some(isSmall) ? [at] : [])))
  const left = rows
    .map((_, at) => at)
    .filter(at => !hidden.has(at))
    .toSorted((a, b) => sumOf(counts[a]!) - sumOf(counts[b]!))
  while (hidden.size > 0 && left.length > 0 && !isSafe([...hidden].map(at => counts[at]!))) hidden.add(left.shift()!)
  const totalHidden = hidden.size > 0 && !isSafe([...hidden].map(at => counts[at]!))
  return { rows: rows.map((row, at) => ({ row, hidden: hidden.has(at) })), totalHidden }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** Several rows, whose sums tell no small count. */
function isSafe(hidden: readonly (readonly number[])[]): boolean {
  if (hidden.length < 2) return false
  return hidden[0]!.every((_, column) => !isSmall(sumOf(hidden.map(counts => counts[column]!))))
}

/** One count by itself: null where it is too small to be told. */
export const toldCount = (value: number): number | null => (isSmall(value) ? null : value)
