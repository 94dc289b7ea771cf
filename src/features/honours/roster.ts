import { openXlsx, type ReadCell } from '../../formats/xlsx/read.ts'
import { parseCsv } from '../../kernel/csv.ts'
import { printDate } from '../../kernel/dates.ts'
import type { RefusalData, WhyNot } from '../../kernel/refusal.ts'
import { fold } from '../../kernel/vietnamese.ts'
import { type LoadRow, name as nameInput } from './contract.ts'

/** Heads of columns, folded, with the words that offices use for them. */
const HEADS = {
  name: ['ho va ten', 'ho ten', 'ten', 'nguoi co uy tin', 'ho va ten nguoi co uy tin'],
  village: ['thon', 'thon, ban', 'ten thon', 'thon (ban)', 'thon/ban', 'ban', 'noi o', 'dia ban'],
  commune: ['xa', 'xa, phuong', 'ten xa', 'thuoc', 'thuoc xa'],
  another: ['nguoi moi', 'thay nguoi', 'cong nhan moi'],
} as const
type Column = keyof typeof HEADS
const COLUMNS = Object.keys(HEADS) as Column[]

export type Village = { id: string; name: string; parentName: string | null }
export type RosterRow = { line: number; place: string; row: LoadRow | null; problem: WhyNot }
export type Roster = { rows: RosterRow[]; problem: WhyNot }
type Line = { line: number; cells: readonly string[] }

const isXlsx = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The lines of a table in XLSX (its first sheet) or CSV. @throws Unreadable where it is neither */
export function linesOf(bytes: Uint8Array): Line[] {
  if (!isXlsx(bytes)) return parseCsv(new TextDecoder().decode(bytes))
  const rows = [...(openXlsx(bytes)[0]?.rows() ?? [])]
  return rows.map(row => ({ line: row.number, cells: row.cells.map(textOf) })).filter(row => row.cells.some(Boolean))
}

function textOf(cell: ReadCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? printDate(cell.date) : String(cell).replace(/\s+/g, ' ').trim()
}

/** Names of places are compared without marks and without the word before them: "Thôn Nà Lốc" is "na loc". */
const bare = (text: string): string =>
  fold(text)
    .replace(/^(thon|ban|lang|buon|bon|plei|ap|xom|soc|phum|khom|khoi|khu|to|xa|phuong|dac khu) /, '')
    .trim()

/**
 * Reads a recognised list (columns Họ và tên, Thôn, Xã, Người mới in any order, the head wherever it stands) against the villages there are. Other
 * columns are not read at all. It is read where the person sits: the table itself goes nowhere.
 */
export function readRoster(lines: readonly Line[], villages: readonly Village[], newId: () => string): Roster {
  const at = lines.findIndex(({ cells }) => columnOf(cells, 'name') >= 0 && columnOf(cells, 'village') >= 0)
  if (at < 0) return { rows: [], problem: { code: 'honours.no-roster-column' } }
  const head = lines[at]!.cells
  const columns = Object.fromEntries(COLUMNS.map(column => [column, columnOf(head, column)])) as Record<Column, number>
  const taken = new Set<string>()
  const rows = lines.slice(at + 1).map(({ line, cells }) => {
    const named = Object.fromEntries(COLUMNS.map(column => [column, cells[columns[column]] ?? ''])) as Record<Column, string>
    const read = readRow(named, villages, newId, taken)
    if (read.row) taken.add(read.row.villageId)
    return { line, place: [named.village, named.commune].filter(Boolean).join(', '), ...read }
  })
  return { rows, problem: rows.length === 0 ? { code: 'honours.empty-roster' } : null }
}

const columnOf = (cells: readonly string[], column: Column): number =>
  cells.findIndex(cell => HEADS[column].some(word => word === fold(cell)))

const no = (code: string, data: RefusalData = {}) => ({ row: null, problem: { code, data } })

function readRow(
  cells: Record<Column, string>,
  villages: readonly Village[],
  newId: () => string,
  taken: ReadonlySet<string>,
): Pick<RosterRow, 'row' | 'problem'> {
  const named = nameInput.safeParse(cells.name)
  if (!named.success) return no('honours.name-missing')
  const found = villages.filter(
    one => bare(one.name) === bare(cells.village) && (!cells.commune || bare(one.parentName ?? '') === bare(cells.commune)),
  )
  if (found.length === 0) return no('honours.village-unknown', { name: cells.village })
  if (found.length > 1) return no('honours.village-ambiguous', { name: cells.village })
  if (taken.has(found[0]!.id)) return no('honours.village-twice')
  const another = cells.another.trim() !== '' && { another: true as const }
  return { row: { recognitionId: newId(), villageId: found[0]!.id, name: named.data, ...another }, problem: null }
}
