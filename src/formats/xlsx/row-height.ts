import type { Look, Row } from './book.ts'

const LINE = 1.32
const SIZE = 12

/**
 * The height that a row's wrapped text takes, in points: Excel fits rows when it opens a file, other programs do not.
 * Reckoned from the usual widths of letters, with a little room.
 */
export function heightOf(row: Row, columns: readonly number[]): number {
  let [column, height] = [0, SIZE * LINE]
  for (const cell of row.cells) {
    const across = cell?.across ?? 1
    const width = columns.slice(column, column + across).reduce((sum, one) => sum + one, 0)
    if (cell?.look?.wrap && typeof cell.value === 'string' && width > 0) {
      const size = cell.look.size ?? SIZE
      height = Math.max(height, linesOf(cell.value, cell.look, (width - 1.5) * (SIZE / size)) * size * LINE)
    }
    column += across
  }
  return Math.ceil(height)
}

/** Words set one after another; a word longer than the line takes several. */
function linesOf(text: string, look: Look, width: number): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      const taken = widthOf(word, look.bold ?? false)
      const needed = used === 0 ? taken : used + SPACE + taken
      if (needed <= width) {
        used = needed
        continue
      }
      const own = Math.max(1, Math.ceil(taken / width))
      lines += own - (used === 0 ? 1 : 0)
      used = taken - (own - 1) * width
    }
  }
  return lines
}

/** In digits of the normal font, by which columns are measured. */
const SPACE = 0.5
const widthOf = (word: string, bold: boolean): number =>
  Array.from(word).reduce((sum, sign) => sum + (sign === sign.toLocaleLowerCase('vi') ? 0.95 : 1.4), 0) * (bold ? 1.07 : 1)
