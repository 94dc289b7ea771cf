import { z } from 'zod'
import { listExport } from '../../engine/list-export.ts'
import type { CellValue } from '../../formats/xlsx/book.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { t } from '../../ui/messages/index.ts'
import { constructionLines, listFilters, supervisionLines } from './lines.ts'
import { recommendationsThrough } from './recommendations.ts'
import { FORM_NAMES, OUTCOME_NAMES, STEP_NAMES } from './words.ts'

const year = z.coerce.number().pipe(z.int().min(2000).max(2100)).optional()
/** As the list takes them, a year being a word in an address: "form=board&year=2026". */
const filters = z.strictObject({ ...listFilters, year, visitedIn: year, projectsIn: year })

const day = (date: IsoDate | null | undefined): CellValue => (date ? { date } : null)

export const supervisionListExport = listExport(
  {
    name: 'supervision-list',
    permission: { roles: anyRole, reach: 'party' },
    filters,
    file: 'danh-sach-giam-sat',
    title: 'Danh sách các cuộc giám sát',
    columns: [
      { title: 'Từ ngày', width: 12 },
      { title: 'Đến ngày', width: 12 },
      { title: 'Tên cuộc giám sát', width: 40 },
      { title: 'Đối tượng', width: 30 },
      { title: 'Hình thức', width: 26 },
      { title: 'Xã', width: 18 },
      { title: 'Phát hiện', width: 10, number: true },
      { title: 'Kiến nghị', width: 10, number: true },
      { title: 'Tình trạng', width: 20 },
      { title: 'Hạn', width: 12 },
      { title: 'Việc tiếp theo', width: 24 },
      { title: 'Cơ quan thực hiện', width: 20 },
    ],
  },
  async (context, wanted) =>
    (await supervisionLines(context, wanted)).map(row => [
      day(row.startsOn),
      day(row.endsOn),
      row.title,
      row.object,
      FORM_NAMES[row.form],
      row.commune,
      row.found,
      row.asked,
      t(`state.${row.state}`),
      day(row.dueOn),
      row.next ? STEP_NAMES[row.next] : '',
      row.owner,
    ]),
)

export const recommendationsExport = listExport(
  {
    name: 'supervision-recommendations',
    permission: { roles: anyRole, reach: 'party' },
    filters,
    file: 'so-theo-doi-kien-nghi-sau-giam-sat',
    title: 'Sổ theo dõi kiến nghị sau giám sát',
    columns: [
      { title: 'Cuộc giám sát', width: 20 },
      { title: 'Đối tượng', width: 18 },
      { title: 'Xã', width: 12 },
      { title: 'Phát hiện', width: 24 },
      { title: 'Kiến nghị', width: 24 },
      { title: 'Gửi đến', width: 16 },
      { title: 'Số văn bản gửi', width: 12 },
      { title: 'Ngày gửi', width: 11 },
      { title: 'Hạn trả lời', width: 11 },
      { title: 'Số văn bản trả lời', width: 12 },
      { title: 'Ngày trả lời', width: 11 },
      { title: 'Nội dung trả lời', width: 22 },
      { title: 'Kết quả thực hiện', width: 12 },
      { title: 'Xem lại tại chỗ', width: 11 },
      { title: 'Kết quả xem lại', width: 12 },
      { title: 'Tình trạng', width: 14 },
    ],
  },
  async (context, wanted) =>
    (await recommendationsThrough(context, wanted)).map(({ sent, answer, outcome, seen, ...row }) => [
      row.title,
      row.object,
      row.commune,
      row.text,
      row.recommendation,
      sent?.to ?? '',
      sent?.number ?? '',
      day(sent?.on),
      day(sent?.dueOn),
      answer?.number ?? '',
      day(answer?.on),
      answer?.said ?? '',
      outcome ? OUTCOME_NAMES[outcome] : '',
      day(seen?.on),
      seen ? OUTCOME_NAMES[seen.right ? 'right' : 'not-right'] : '',
      t(`state.${row.state}`),
    ]),
)

export const worksExport = listExport(
  {
    name: 'supervision-works',
    permission: { roles: anyRole, reach: 'own' },
    filters: z.strictObject({}),
    file: 'danh-muc-cong-trinh',
    title: 'Danh mục công trình',
    columns: [
      { title: 'Tên công trình', width: 40 },
      { title: 'Thôn', width: 18 },
      { title: 'Xã', width: 18 },
      { title: 'Chủ đầu tư', width: 30 },
      { title: 'Nhà thầu', width: 30 },
      { title: 'Nguồn vốn', width: 24 },
      { title: 'Hợp phần, dự án của chương trình mục tiêu', width: 30 },
      { title: 'Tổng mức đầu tư (đồng)', width: 20, number: true },
      { title: 'Bắt đầu', width: 12 },
      { title: 'Kết thúc', width: 12 },
      { title: 'Mã dự án quốc gia', width: 18 },
      { title: 'Số cuộc giám sát', width: 12, number: true },
    ],
  },
  async ({ db, acting }) =>
    (await constructionLines(db, typeof acting === 'string' ? null : acting.bodyId).execute()).map(row => [
      row.name,
      row.village ?? '',
      row.commune,
      row.investor,
      row.contractor,
      row.source,
      row.component,
      row.amount,
      day(row.starts_on),
      day(row.ends_on),
      row.national_code,
      row.supervised,
    ]),
)
