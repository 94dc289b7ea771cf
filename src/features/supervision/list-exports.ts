import { z } from 'zod'
import { listExport } from '../../engine/list-export.ts'
import type { CellValue } from '../../formats/xlsx/book.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { filtersIn } from '../../kernel/filter-id.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { t } from '../../ui/messages/index.ts'
import { constructionLines, type ListFilters, listFilters, supervisionLines } from './lines.ts'
import { recommendationsThrough } from './recommendations.ts'
import { FORM_NAMES, OUTCOME_NAMES, STEP_NAMES } from './words.ts'

const named = z.strictObject(listFilters)

/** The filters of the list that an id names ("form=board&year=2026"); null where it names none. */
function filtersNamed(id: string): ListFilters | null {
  const { year, ...words } = filtersIn(id)
  return named.safeParse({ ...words, ...(year !== undefined && { year: Number(year) }) }).data ?? null
}

const day = (date: IsoDate | null | undefined): CellValue => (date ? { date } : null)

export const supervisionListExport = listExport(
  {
    name: 'supervision-list',
    permission: { roles: anyRole, reach: 'party' },
    named: filtersNamed,
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
    named: filtersNamed,
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
    (await recommendationsThrough(context, wanted)).map(({ sent, answer, remedy, seen, ...row }) => [
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
      remedy ? OUTCOME_NAMES[remedy.outcome] : '',
      day(seen?.on),
      seen ? OUTCOME_NAMES[seen.right ? 'right' : 'not-right'] : '',
      t(`state.${row.state}`),
    ]),
)

export const worksExport = listExport(
  {
    name: 'supervision-works',
    permission: { roles: anyRole, reach: 'own' },
    named: id => (Object.keys(filtersIn(id)).length === 0 ? {} : null),
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
