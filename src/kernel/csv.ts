export type CsvRow = { line: number; cells: string[] }

/** Semicolons where the head has them (spreadsheets set to Vietnamese write them), else tabs, else commas. */
const separatorOf = (text: string): string => {
  const head = text.slice(0, text.search(/[\r\n]|$/))
  return head.includes(';') ? ';' : head.includes('\t') ? '\t' : ','
}

/**
 * A table saved as CSV (RFC 4180), with quotes and a byte order mark or without. Cells are trimmed and in NFC;
 * rows without a word are left out; `line` counts from 1 in the file. A quote that nobody closes runs to the end.
 */
export function parseCsv(text: string): CsvRow[] {
  const body = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(body)
  const rows: CsvRow[] = []
  let [cells, cell, quoted, line, first]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  const endCell = () => {
    cells.push(cell.normalize('NFC').trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (cells.some(Boolean)) rows.push({ line: first, cells })
    cells = []
    first = line + 1
  }
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at]!
    if (quoted) {
      if (char !== '"') cell += char
      else if (body[at + 1] === '"') cell += body[(at += 1)]
      else quoted = false
    } else if (char === '"' && cell.trim() === '') [quoted, cell] = [true, '']
    else if (char === separator) endCell()
    else if (char === '\n') endRow()
    else cell += char
    if (char === '\n') line += 1
  }
  endRow()
  return rows
}
