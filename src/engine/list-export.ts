import { Readable } from 'node:stream'
import type { CellValue } from '../formats/xlsx/book.ts'
import { type TableSheet, tableBook, XLSX_TYPE } from '../formats/xlsx/table-book.ts'
import { renderXlsx } from '../formats/xlsx/write.ts'
import type { Permission } from '../kernel/permissions.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Export } from './feature.ts'
import type { QueryContext } from './query.ts'

export type Listed<Wanted> = {
  name: string
  permission: Permission
  /** Of the file, without its ending. */
  file: string
  title: string
  columns: TableSheet['columns']
  /** The filters that an id names; null where it names none. */
  named: (id: string) => Wanted | null
}

/** What a list shows under its filters as a workbook. `rowsOf` reads within the rights of whoever asks. */
export const listExport = <Wanted>(
  { name, permission, file, title, columns, named }: Listed<Wanted>,
  rowsOf: (context: QueryContext, wanted: Wanted) => Promise<CellValue[][]>,
): Export => ({
  name,
  formats: ['xlsx'],
  permission,
  takes: id => named(id) !== null,
  load: async (context, id): Promise<CellValue[][]> => {
    const wanted = named(id)
    if (wanted === null) throw new Refusal('not-found', { what: 'file' })
    return rowsOf(context, wanted)
  },
  render: async (rows: CellValue[][]) => ({
    bytes: Readable.from(renderXlsx(tableBook(title, '', [{ name: 'Danh sách', title, columns, rows }]))),
    mediaType: XLSX_TYPE,
    fileName: `${file}.xlsx`,
  }),
})

/** Every line of a list that is read page by page. */
export async function allPages<Line>(size: number, pageAt: (offset: number) => Promise<Line[]>): Promise<Line[]> {
  const lines: Line[] = []
  for (let page = await pageAt(0); page.length > 0; page = page.length < size ? [] : await pageAt(lines.length))
    lines.push(...page)
  return lines
}
