import { Readable } from 'node:stream'
import type { Export } from '../../../engine/feature.ts'
import type { CellValue } from '../../../formats/xlsx/book.ts'
import { type TableSheet, tableBook, XLSX_TYPE } from '../../../formats/xlsx/table-book.ts'
import { renderXlsx } from '../../../formats/xlsx/write.ts'
import { printDate } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Ledger, loadLedger } from './load-ledger.ts'
import { CELL_WORDS } from './words.ts'

/** The ledger and the figures as a workbook. */
export const ledgerExport: Export = {
  name: 'cascade-ledger',
  formats: ['xlsx'],
  permission: { roles: anyRole, reach: 'own' },
  load: async ({ db, acting, today }, templateId): Promise<Ledger> => {
    const loaded = await loadLedger(db, templateId, today)
    if (typeof acting === 'string' || loaded.template.bodyId !== acting.bodyId)
      throw new Refusal('not-found', { what: 'template' })
    return loaded
  },
  render: async (loaded: Ledger) => {
    const book = tableBook(loaded.template.title, '', [ledgerSheet(loaded), figureSheet(loaded)])
    return { bytes: Readable.from(renderXlsx(book)), mediaType: XLSX_TYPE, fileName: 'theo-doi-cap-xa.xlsx' }
  },
}

const dated = (day: string | null): string => (day ? printDate(day) : '')

const halfOf = ({ half, year }: { half: number; year: number }): string => `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`

const ledgerSheet = ({ template, units }: Ledger): TableSheet => ({
  name: 'Theo dõi',
  title: template.title,
  columns: [
    { title: 'Xã, phường', width: 28 },
    { title: 'Gửi', width: 12 },
    { title: 'Ký', width: 12 },
    { title: 'Số văn bản', width: 18 },
    ...template.clauses.map((_, at) => ({ title: `Nội dung ${at + 1}`, width: 16 })),
  ],
  rows: units.map((unit): CellValue[] => [
    unit.name,
    dated(unit.sentOn),
    dated(unit.signedOn),
    unit.number ?? '',
    ...unit.cells.map(cell => CELL_WORDS[cell]),
  ]),
})

const figureSheet = ({ template, asks }: Ledger): TableSheet => ({
  name: 'Số liệu',
  title: 'Số liệu cộng từ báo cáo của các xã, phường',
  notes: asks.map(ask => `${halfOf(ask)}: thiếu ${ask.missing.join(', ') || 'không xã, phường nào'}`),
  columns: [
    { title: 'Nội dung', width: 60 },
    { title: 'Đơn vị tính', width: 14 },
    ...asks.map(ask => ({ title: halfOf(ask), width: 16, number: true })),
  ],
  rows: template.clauses.map(({ key, text, unit }): CellValue[] => [text, unit, ...asks.map(ask => ask.sums[key] ?? 0)]),
})
