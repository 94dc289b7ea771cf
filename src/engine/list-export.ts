import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { CellValue } from '../formats/xlsx/book.ts'
import { type TableSheet, tableBook, XLSX_TYPE } from '../formats/xlsx/table-book.ts'
import { renderXlsx } from '../formats/xlsx/write.ts'
import { filtersIn } from '../kernel/filter-id.ts'
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
  /** The filters that the address of a list can name, their values being words. */
  filters: z.ZodType<Wanted>
}

/** What a list shows under its filters as a workbook. `rowsOf` reads within the rights of whoever asks. */
export const listExport = <Wanted>(
  { name, permission, file, title, columns, filters }: Listed<Wanted>,
  rowsOf: (context: QueryContext, wanted: Wanted) => Promise<CellValue[][]>,
): Export => ({
  name,
  formats: ['xlsx'],
  permission,
  takes: id => filters.safeParse(filtersIn(id)).success,
  load: async (context, id): Promise<CellValue[][]> => {
    const wanted = filters.safeParse(filtersIn(id))
    if (!wanted.success) throw new Refusal('not-found', { what: 'file' })
    return rowsOf(context, wanted.data)
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
