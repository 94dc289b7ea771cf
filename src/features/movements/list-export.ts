import { Readable } from 'node:stream'
import type { Export } from '../../engine/feature.ts'
import type { CellValue } from '../../formats/xlsx/book.ts'
import { tableBook, XLSX_TYPE } from '../../formats/xlsx/table-book.ts'
import { renderXlsx } from '../../formats/xlsx/write.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MovementKind } from './contract.ts'
import { KIND_NAMES } from './words.ts'

type Loaded = { programme: string; rows: CellValue[][] }

/** The campaigns, movements, twinnings and models of a programme that the asker sees, a row for each year and measure. */
export const movementsExport: Export = {
  name: 'movements',
  formats: ['xlsx'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db }, programmeId): Promise<Loaded> => {
    const programme = await db
      .selectFrom('programme')
      .select(['number', 'title'])
      .where('id', '=', programmeId)
      .executeTakeFirst()
    if (!programme) throw new Refusal('not-found', { what: 'programme' })
    const rows = await db
      .selectFrom('movement')
      .innerJoin('body', 'body.id', 'movement.body_id')
      .leftJoin('place', 'place.id', 'place_id')
      .leftJoin('movement_figure', 'movement_figure.movement_id', 'movement.id')
      .leftJoin('movement_measure', 'movement_measure.id', 'measure_id')
      .select([
        'movement.kind',
        'title',
        'keeper',
        'place.name as place',
        'starts_on',
        'ends_on',
        'recognised_number',
        'ended_on',
      ])
      .select(['body.short_name', 'movement_figure.year', 'movement_measure.name', 'unit', 'registered', 'reached'])
      .where('programme_id', '=', programmeId)
      .where('removed_at', 'is', null)
      .orderBy('starts_on')
      .orderBy('movement.id')
      .orderBy('movement_figure.year')
      .orderBy('movement_measure.position')
      .execute()
    const day = (date: string | null): CellValue => (date === null ? null : { date })
    return {
      programme: programme.number ?? programme.title,
      rows: rows.map(row => [
        KIND_NAMES[row.kind as MovementKind],
        row.title,
        row.place ?? '',
        row.keeper,
        day(row.starts_on),
        day(row.ends_on),
        row.recognised_number ?? '',
        day(row.ended_on),
        row.year === null ? null : String(row.year),
        row.name === null ? '' : `${row.name} (${row.unit})`,
        row.registered,
        row.reached,
        row.short_name,
      ]),
    }
  },
  render: async ({ programme, rows }: Loaded) => {
    const title = `Cuộc vận động, phong trào, kết nghĩa, mô hình theo ${programme}`
    const book = tableBook(title, '', [{ name: 'Phong trào, mô hình', title, columns: COLUMNS, rows }])
    return { bytes: Readable.from(renderXlsx(book)), mediaType: XLSX_TYPE, fileName: 'phong-trao-ket-nghia-mo-hinh.xlsx' }
  },
}

const COLUMNS = [
  { title: 'Loại', width: 16 },
  { title: 'Tên', width: 40 },
  { title: 'Nơi', width: 18 },
  { title: 'Cơ quan, đơn vị duy trì', width: 30 },
  { title: 'Bắt đầu', width: 12 },
  { title: 'Kết thúc', width: 12 },
  { title: 'Quyết định công nhận', width: 18 },
  { title: 'Đã kết thúc', width: 12 },
  { title: 'Năm', width: 7 },
  { title: 'Nội dung (đơn vị tính)', width: 30 },
  { title: 'Đăng ký', width: 14, number: true },
  { title: 'Kết quả', width: 14, number: true },
  { title: 'Cơ quan thực hiện', width: 16 },
]
