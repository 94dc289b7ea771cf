import { Readable } from 'node:stream'
import type { Export } from '../../../engine/feature.ts'
import type { Book, CellValue } from '../../../formats/xlsx/book.ts'
import { tableBook, XLSX_TYPE } from '../../../formats/xlsx/table-book.ts'
import { renderXlsx } from '../../../formats/xlsx/write.ts'
import { longDate } from '../../../kernel/dates.ts'
import { FORMS } from './forms.ts'
import { loadList, nameOf, type Opened, openList } from './paper.ts'
import { KEEP } from './rules.ts'

const COLUMNS = [
  { title: 'TT', width: 6, number: true },
  { title: 'Hình thức', width: 26 },
  { title: 'Tên tập thể, họ và tên cá nhân', width: 36 },
  { title: 'Tập thể hay cá nhân', width: 14 },
  { title: 'Đơn vị, địa chỉ', width: 32 },
  { title: 'Dịp, thành tích', width: 40 },
  { title: 'Cấp quyết định', width: 34 },
  { title: 'Số quyết định', width: 18 },
  { title: 'Ngày quyết định', width: 14 },
  { title: 'Ngày quyết định bằng chữ', width: 28 },
  { title: 'Số hiệu', width: 14 },
  { title: 'Tiền thưởng (đồng)', width: 16, number: true },
]

/** What stands on each certificate (giấy khen, bằng khen …), a row for each, as printing houses and mail merge take it. */
export function certificateBook(opened: Opened): Book {
  const { round, lines } = opened
  const decided = round.decisionDate!
  const rows = lines.map((line, at): CellValue[] => [
    at + 1,
    FORMS[round.form].name,
    nameOf(line, opened.names),
    line.sort === 'collective' ? 'Tập thể' : 'Cá nhân',
    line.workplace,
    round.occasion,
    round.issuer,
    round.decisionNumber!,
    { date: decided },
    longDate(decided),
    line.certificate ?? '',
    line.amount,
  ])
  const title = `Nội dung in giấy khen, bằng khen: ${round.occasion}`
  return tableBook(title, '', [{ name: 'Nội dung in', title, columns: COLUMNS, rows }])
}

/** The words of the certificates, after the decision, for the keepers, with a reason that stands in the access log. */
export const certificateExport: Export = {
  name: 'commendation-certificates',
  formats: ['xlsx'],
  permission: KEEP,
  sensitive: id => ({ kind: 'commendation-names', id }),
  load: loadList,
  unseal: openList,
  render: async (opened: Opened) => ({
    bytes: Readable.from(renderXlsx(certificateBook(opened))),
    mediaType: XLSX_TYPE,
    fileName: 'noi-dung-in-giay-khen.xlsx',
  }),
}
