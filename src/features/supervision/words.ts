import type { ObjectKind, SupervisionForm } from './contract.ts'

/** Names as papers and screens print them. */
export const FORM_NAMES: Record<SupervisionForm, string> = {
  papers: 'Nghiên cứu, xem xét văn bản',
  team: 'Tổ chức đoàn giám sát',
  board: 'Ban Giám sát đầu tư của cộng đồng',
  joining: 'Tham gia giám sát cùng cơ quan khác',
  inspection: 'Đoàn kiểm tra liên ngành',
}
export const OBJECT_NAMES: Record<ObjectKind, string> = {
  construction: 'Công trình',
  project: 'Dự án của chương trình mục tiêu quốc gia',
  policy: 'Chính sách',
  body: 'Cơ quan, đơn vị',
}
