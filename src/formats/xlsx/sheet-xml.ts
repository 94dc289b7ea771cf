import { type Cell, type CellValue, columnName, type Row, type Sheet, serialOf } from './book.ts'
import { heightOf } from './row-height.ts'
import type { Styles } from './styles.ts'
import { escapeCell, escapeXml, writable } from './text.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LONGEST = 32_767

/** One sheet as it is written, row by row; what covers several cells follows at the end. */
export function* sheetXml(sheet: Sheet, styles: Styles): Generator<string> {
  yield opening(sheet)
  const merged: string[] = []
  let number = 0
  for (const row of sheet.rows) yield rowXml(row, ++number, { styles, merged, columns: sheet.columns })
  yield `</sheetData>${mergedXml(merged)}${printing(sheet)}</worksheet>`
}

function opening({ columns, frozen = 0 }: Sheet): string {
  const widths = columns.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  const cols = widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''
  const below = `A${frozen + 1}`
  const pane =
    frozen > 0
      ? `<pane ySplit="${frozen}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`
      : ''
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="16"/>${cols}<sheetData>`
  )
}

/** A4 (9), as wide as the page and as many pages long as it takes; margins in inches; the page number in the head. */
const printing = ({ landscape = false, foot }: Sheet): string =>
  '<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>' +
  `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
  `<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader>${footXml(foot)}</headerFooter>`

/** In a foot & begins a code, and a digit after one counts as a size. */
function footXml(foot: string | undefined): string {
  if (!foot) return ''
  const text = `&amp;L${escapeXml(writable(foot).replaceAll('&', '&&'))}&amp;RTrang &amp;P/&amp;N`
  return `<oddFooter>${text}</oddFooter><firstFooter>${text}</firstFooter>`
}

const mergedXml = (ranges: readonly string[]): string =>
  ranges.length > 0
    ? `<mergeCells count="${ranges.length}">${ranges.map(range => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
    : ''

type Drawing = { styles: Styles; merged: string[]; columns: readonly number[] }

function rowXml(row: Row, number: number, { styles, merged, columns }: Drawing): string {
  const cells: string[] = []
  let column = 0
  for (const cell of row.cells) {
    const across = cell?.across ?? 1
    if (cell) cells.push(...coveringXml(cell, column, number, styles))
    if (across > 1) merged.push(`${columnName(column)}${number}:${columnName(column + across - 1)}${number}`)
    column += across
  }
  const height = row.height ? `ht="${row.height}" customHeight="1"` : `ht="${heightOf(row, columns)}"`
  return `<row r="${number}" ${height}>${cells.join('')}</row>`
}

/** A cell and those that it covers, which carry its look for their borders. */
function coveringXml(cell: Cell, column: number, row: number, styles: Styles): string[] {
  const { formula: _formula, value: _value, ...bare } = cell
  return Array.from({ length: cell.across ?? 1 }, (_, covered) =>
    cellXml(covered === 0 ? cell : { ...bare, value: null }, `${columnName(column + covered)}${row}`, styles),
  )
}

function cellXml({ value, formula, look = {} }: Cell, reference: string, styles: Styles): string {
  const serial = dayOf(value)
  const style = styles.indexOf(serial === null ? look : { ...look, day: true })
  const opened = `<c r="${reference}"${style > 0 ? ` s="${style}"` : ''}`
  const reckoned = formula ? `<f>${escapeXml(formula)}</f>` : ''
  const shown = serial ?? (typeof value === 'object' ? (value?.date ?? '') : value)
  if (typeof shown === 'number') return `${opened}>${reckoned}<v>${numberText(shown)}</v></c>`
  const text = writable(shown)
  if (text.length > LONGEST) throw new RangeError('a cell holds at most 32,767 signs')
  if (reckoned) return `${opened} t="str">${reckoned}<v>${escapeCell(text)}</v></c>`
  return text === '' ? `${opened}/>` : `${opened} t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`
}

const dayOf = (value: CellValue): number | null => (value !== null && typeof value === 'object' ? serialOf(value.date) : null)

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a cell holds a number, not its absence')
  return Object.is(value, -0) ? '0' : String(value)
}
