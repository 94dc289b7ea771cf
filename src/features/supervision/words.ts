import type { ObjectKind, StepKind, SupervisionForm } from './contract.ts'
import type { Outcome } from './ends.ts'

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
/** What is to be done next, as buttons and tables say it. */
export const STEP_NAMES: Record<StepKind, string> = {
  notify: 'Ghi đã gửi kế hoạch',
  visit: 'Ghi một lần đến xem',
  conclude: 'Kết thúc đợt xem xét',
  recommend: 'Lập kiến nghị',
  confirm: 'Ghi MTTQ xã đã xác nhận',
  send: 'Ghi đã gửi kiến nghị',
  answer: 'Ghi trả lời',
  remedy: 'Ghi kết quả khắc phục',
  'see-again': 'Xem lại tại chỗ',
  close: 'Kết thúc giám sát',
}
export const OUTCOME_NAMES: Record<Outcome, string> = {
  repaired: 'đã khắc phục',
  explained: 'đã giải trình',
  'not-repaired': 'chưa khắc phục',
  right: 'đúng như đã nêu',
  'not-right': 'chưa đúng như đã nêu',
}
