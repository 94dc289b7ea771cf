import type { Source } from '../source.ts'
import { createSourceWriter, type TableWriter } from '../source-writer.ts'
import { type Line, readInOrder } from './columns.ts'
import type { PageLayout } from './page-layout.ts'
import { joinTables, type LongTable } from './page-tables.ts'

/** What stands on the pages and not in their text any more: running heads, stamps, notes. */
export const linesLeftOut = (layouts: readonly PageLayout[], pages: readonly PageLayout[]): string[] => {
  const kept = new Set(pages.flatMap(page => page.segments))
  const left = layouts.flatMap(page => page.segments).filter(segment => !kept.has(segment))
  return [...new Set([...left.map(segment => segment.text), ...layouts.flatMap(page => page.upon)])]
}

/** The text of pages that were taken apart, in the order of reading. */
export const writePages = (
  pages: readonly PageLayout[],
  rest: Pick<Source, 'format' | 'signatures' | 'notes' | 'aside'>,
): Source => {
  const writer = createSourceWriter()
  const tables = joinTables(pages)
  const writers = new Map<LongTable, TableWriter>()
  for (const page of pages) {
    let segments = page.segments
    for (const part of tables.get(page) ?? []) {
      writeLines(readInOrder(segments.filter(s => s.top < part.top)), writer.line)
      segments = segments.filter(s => s.top >= part.top)
      const table = writers.get(part.table) ?? writer.table()
      writers.set(part.table, table)
      for (const row of part.rows) table.row(row.cells, row.page)
    }
    writeLines(readInOrder(segments), writer.line)
    writer.page(page.number)
  }
  return writer.finish(rest)
}

/** A blank line stands where more than a line is left white. */
const writeLines = (lines: readonly Line[], write: (text: string) => void): void => {
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    if (above && (line.top - above.bottom > 1.2 * line.size || line.top < above.top)) write('')
    write(line.text)
  }
}
