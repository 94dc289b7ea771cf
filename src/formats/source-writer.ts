import type { Source, SourceCell, SourceTable } from './source.ts'

/** A cell before it has its place in the text; lines and paragraphs of the cell are divided by `\n`. */
export type CellDraft = { text: string; column: number; columnSpan: number; rowSpan: number }

/** One table being written: rows may be added with other text (a page's end) between them. */
export type TableWriter = { row: (cells: readonly CellDraft[], page: number | null) => void }

/** Writes the one text of a Source and keeps the spans of pages, tables, rows and cells in step with it. */
export type SourceWriter = {
  line: (text: string) => void
  /** Ends a page: a form feed stands between two pages. */
  page: (number: number) => void
  table: () => TableWriter
  finish: (rest: Pick<Source, 'format' | 'signatures' | 'notes' | 'aside'>) => Source
}

export const createSourceWriter = (): SourceWriter => {
  const parts: string[] = []
  let length = 0
  let pageStart = 0
  const pages: Source['pages'] = []
  const drafts: SourceTable['rows'][] = []
  const add = (text: string): number => {
    parts.push(text)
    length += text.length
    return length
  }
  const addRow = (cells: readonly CellDraft[], page: number | null): SourceTable['rows'][number] => {
    const start = length
    const placed = cells.map((cell, i): SourceCell => {
      if (i > 0) add('\t')
      const text = tidyCell(cell.text)
      const from = length
      return { ...cell, text, span: [from, add(text.replaceAll('\n', ' '))] }
    })
    const row = { span: [start, length] as const, page, cells: placed }
    add('\n')
    return row
  }
  return {
    line: text => void add(`${tidy(text)}\n`),
    page: number => {
      pages.push({ number, span: [pageStart, length] })
      pageStart = add('\f')
    },
    table: () => {
      const rows: SourceTable['rows'] = []
      drafts.push(rows)
      return { row: (cells, page) => void rows.push(addRow(cells, page)) }
    },
    finish: rest => {
      const text = parts.join('')
      // The last page ends with the text, not with a form feed of its own.
      const end = pages.length ? length - 1 : length
      const tables = drafts.filter(rows => rows.length).map(rows => ({ span: spanOf(rows), rows }))
      return { ...rest, text: text.slice(0, end), pages, tables }
    },
  }
}

const spanOf = (rows: SourceTable['rows']): SourceTable['span'] => [rows[0]!.span[0], rows.at(-1)!.span[1]]

/** NFC, no control signs (a database refuses NUL), no blanks at the end of a line. */
const tidy = (text: string): string =>
  text
    .replace(/(?![\t\n\f])\p{Cc}|\ufeff/gu, '')
    .normalize('NFC')
    .split('\n')
    .map(trimBlanks)
    .join('\n')

/** Not a regular expression: over a line of a million blanks that would take hours. A form feed at the end stays. */
const trimBlanks = (line: string): string => {
  let end = line.length
  while (end > 0 && ' \t\u00a0'.includes(line.charAt(end - 1))) end--
  return line.slice(0, end)
}

/** A cell holds no tab and no page end: both would be taken for the row's own division. */
const tidyCell = (text: string): string =>
  tidy(text.replace(/[\t\f]/g, ' '))
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')
