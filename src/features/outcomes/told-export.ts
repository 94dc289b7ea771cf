import { Readable } from 'node:stream'
import type { Export } from '../../engine/feature.ts'
import type { CellValue } from '../../formats/xlsx/book.ts'
import { type TableSheet, tableBook, XLSX_TYPE } from '../../formats/xlsx/table-book.ts'
import { renderXlsx } from '../../formats/xlsx/write.ts'
import { printDate } from '../../kernel/dates.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { OUTCOME_KEYS, outcomeOf } from './indicators.ts'
import { listReports } from './store.ts'
import { toldTable } from './told-table.ts'

const NOTE =
  'Số liệu của báo cáo chính thức, để tham khảo. Dấu – là số dưới 5 hoặc số được che cùng để không tính ngược lại được.'

/** The outcome figures of a programme as told, a sheet for each indicator with figures. */
export const outcomesExport: Export = {
  name: 'outcomes',
  formats: ['xlsx'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db }, programmeId): Promise<TableSheet[]> => {
    const programme = await db.selectFrom('programme').select('id').where('id', '=', programmeId).executeTakeFirst()
    if (!programme) throw new Refusal('not-found', { what: 'programme' })
    const reports = await listReports(db, { programmeId })
    const sheets: TableSheet[] = []
    for (const key of OUTCOME_KEYS) {
      const own = reports.filter(one => one.indicator === key).toReversed()
      if (own.length === 0) continue
      const { name, unit } = outcomeOf(key)
      const told = (value: number | null | undefined): CellValue => (value === undefined ? '' : (value ?? '–'))
      const rows = (await toldTable(db, own)).map((row): CellValue[] => [row.name, ...row.cells.map(told)])
      const sources = own.map(one => `${one.year}: báo cáo số ${one.number}, ${printDate(one.issuedOn)}, ${one.issuer}`)
      const columns = [
        { title: 'Xã, phường', width: 28 },
        ...own.map(one => ({ title: String(one.year), width: 12, number: true })),
      ]
      const totals: CellValue[] = ['Tổng', ...own.map(one => one.total ?? '–')]
      sheets.push({
        name,
        title: `${name} (${unit})`,
        notes: [NOTE, ...sources],
        columns,
        rows: outcomeOf(key).measure === 'count' ? [...rows, totals] : rows,
      })
    }
    return sheets
  },
  render: async (sheets: TableSheet[]) => {
    const none = { name: 'Chỉ số kết quả', title: 'Chưa có số liệu', columns: [{ title: 'Xã, phường', width: 28 }], rows: [] }
    const book = tableBook('Chỉ số kết quả', '', sheets.length > 0 ? sheets : [none])
    return { bytes: Readable.from(renderXlsx(book)), mediaType: XLSX_TYPE, fileName: 'chi-so-ket-qua.xlsx' }
  },
}
