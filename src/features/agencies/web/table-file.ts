import { openXlsx } from '../../../formats/xlsx/read.ts'
import { parseCsv } from '../../../kernel/csv.ts'
import { printDate } from '../../../kernel/dates.ts'

/** The rows of a chosen table, CSV or the first sheet of an XLSX, as text. A file that cannot be read has none. */
export async function linesOfFile(file: File): Promise<{ line: number; cells: string[] }[]> {
  if (!file.name.toLowerCase().endsWith('.xlsx')) return parseCsv(await file.text())
  try {
    const [sheet] = openXlsx(new Uint8Array(await file.arrayBuffer()))
    return [...(sheet?.rows() ?? [])].map(row => ({
      line: row.number,
      cells: Array.from(row.cells, cell =>
        cell === null || cell === undefined ? '' : typeof cell === 'object' ? printDate(cell.date) : String(cell),
      ),
    }))
  } catch {
    return []
  }
}
