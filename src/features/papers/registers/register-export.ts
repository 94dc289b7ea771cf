import { Readable } from 'node:stream'
import type { Export } from '../../../engine/feature.ts'
import type { CellValue } from '../../../formats/xlsx/book.ts'
import { tableBook, XLSX_TYPE } from '../../../formats/xlsx/table-book.ts'
import { renderXlsx } from '../../../formats/xlsx/write.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { fill } from '../../../ui/messages/catalogue.ts'
import { papers as words } from '../../../ui/messages/vi/papers.ts'
import { getBody } from '../../agencies/index.ts'
import { listIncoming } from '../dispatch/store.ts'
import { nameOf } from '../kinds.ts'
import { unitNames } from '../queries/incoming.ts'
import { type BookLine, bookOf } from './book.ts'
import { noteOf } from './note-of.ts'

type Loaded = { title: string; body: string; columns: readonly Column[]; rows: CellValue[][] }
type Column = { title: string; width: number; number?: boolean }

/** "Sổ đăng ký văn bản đi" or "đến" as a workbook, every line of it (NĐ 30/2020/NĐ-CP, Phụ lục IV). */
export const registerExport: Export = {
  name: 'paper-register',
  formats: ['xlsx'],
  permission: { roles: anyRole, reach: 'own' },
  load: async ({ db }, id): Promise<Loaded> => {
    const book = await db
      .selectFrom('register_book')
      .select(['body_id', 'direction', 'key'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!book) throw new Refusal('not-found', { what: 'register-book' })
    const { name: body } = await getBody(db, book.body_id)
    if (book.direction === 'out') {
      const { lines } = (await bookOf(db, book.body_id, book.key))!
      return { title: fill(words['papers.register-of'], { key: book.key }), body, columns: OUT, rows: lines.map(outgoing) }
    }
    const units = await unitNames(db, book.body_id)
    const lines = (await listIncoming(db, book.key)).toReversed()
    const rows = lines.map(one => [
      one.number,
      { date: one.arrivedOn },
      one.issuer,
      one.cited,
      { date: one.dated },
      `${nameOf(one.kind)}: ${one.subject}`,
      units.get(one.leadUnit ?? '') ?? '',
      one.dueOn && { date: one.dueOn },
      one.settledOn && { date: one.settledOn },
    ])
    return { title: fill(words['papers.incoming-of'], { year: book.key }), body, columns: IN, rows }
  },
  render: async ({ title, body, columns, rows }: Loaded) => {
    const book = tableBook(title, body, [{ name: title, title, notes: [body], columns, rows }])
    return { bytes: Readable.from(renderXlsx(book)), mediaType: XLSX_TYPE, fileName: 'so-dang-ky-van-ban.xlsx' }
  },
}

const outgoing = (line: BookLine): CellValue[] => [
  line.cited ?? line.number,
  { date: line.dated },
  line.subject ? `${line.kind}: ${line.subject}` : line.kind,
  line.issuers.join('; '),
  line.signers.join('; '),
  line.recipients.join('; '),
  line.pages,
  noteOf(line),
]

const OUT: readonly Column[] = [
  { title: 'Số, ký hiệu', width: 22 },
  { title: 'Ngày', width: 12 },
  { title: 'Tên loại và trích yếu', width: 60 },
  { title: 'Cơ quan ban hành', width: 24 },
  { title: 'Người ký', width: 24 },
  { title: 'Nơi nhận', width: 36 },
  { title: 'Số tờ', width: 8, number: true },
  { title: 'Ghi chú', width: 28 },
]
const IN: readonly Column[] = [
  { title: 'Số đến', width: 8, number: true },
  { title: 'Ngày đến', width: 12 },
  { title: 'Cơ quan ban hành', width: 30 },
  { title: 'Số, ký hiệu', width: 20 },
  { title: 'Ngày văn bản', width: 12 },
  { title: 'Tên loại và trích yếu', width: 60 },
  { title: 'Đơn vị chủ trì', width: 24 },
  { title: 'Thời hạn', width: 12 },
  { title: 'Giải quyết xong', width: 14 },
]
