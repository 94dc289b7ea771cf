import type { IsoDate } from '../../kernel/dates.ts'
import type { CheckResult, SupervisionForm } from './contract.ts'

/** A dated row: a line of what is looked at. */
export type Check = {
  /** Null of a row of the law. */
  id: string | null
  /** By what it is known where it was answered. */
  line: string
  /** Null for every form. */
  form: SupervisionForm | null
  text: string
  basis: string
  validFrom: IsoDate | null
  validTo: IsoDate | null
}
/** What was found of a line, with its words as they stood. `finding`: what was written of it, where it still stands. */
export type Checked = Pick<Check, 'line' | 'text' | 'basis'> & {
  result: CheckResult
  remark: string
  finding: string | null
  version: number
}

const BOARD = 'Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 43; Nghị định 29/2021/NĐ-CP, Điều 86'
const PLAN = 'Kế hoạch của cuộc giám sát'
const law = (line: string, form: SupervisionForm | null, text: string, basis: string): Check => ({
  id: null,
  line,
  form,
  text,
  basis,
  validFrom: form === 'board' ? '2023-07-01' : null,
  validTo: null,
})
const board = (line: string, text: string) => law(`board-${line}`, 'board', text, BOARD)

/** What the law names for community boards; for other forms the law names nothing, and the plan says what is looked at. */
export const LAW_CHECKS: readonly Check[] = [
  board('planning', 'Sự phù hợp của dự án với quy hoạch'),
  board('land', 'Chỉ giới sử dụng đất'),
  board('site', 'Quy hoạch mặt bằng, kiến trúc'),
  board('environment', 'Xử lý chất thải, bảo vệ môi trường'),
  board('resettlement', 'Bồi thường, giải phóng mặt bằng, tái định cư'),
  board('progress', 'Tiến độ thực hiện'),
  board('disclosure', 'Việc công khai thông tin'),
  board(
    'materials',
    'Quy trình, quy phạm kỹ thuật, vật liệu, nghiệm thu, quyết toán (công trình bằng vốn và công sức của cộng đồng, của xã)',
  ),
  board('community', 'Tác động tiêu cực đến lợi ích của cộng đồng'),
  board('waste', 'Thất thoát, lãng phí vốn, tài sản'),
  ...(['papers', 'team', 'joining', 'inspection'] as const).flatMap(form => [
    law(`${form}-plan`, form, 'Việc thực hiện các nội dung nêu trong kế hoạch giám sát', PLAN),
    law(`${form}-report`, form, 'Báo cáo, hồ sơ của nơi được giám sát', PLAN),
  ]),
]

const holdsOn = ({ validFrom, validTo }: Check, day: IsoDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/** What is looked at in a form of supervision that begins on a day: the law's lines, then the province's. */
export const checksFor = (form: SupervisionForm, onDay: IsoDate, set: readonly Check[]): Check[] =>
  [...LAW_CHECKS, ...set].filter(one => (one.form === null || one.form === form) && holdsOn(one, onDay))

/** The lines of the day, each with what was found of it; those that were answered and no longer hold come last. */
export function withAnswers(lines: readonly Check[], checked: readonly Checked[]) {
  const nothing = { result: null, remark: '', finding: null, version: 0 }
  const known = lines.map(({ line, text, basis }) => checked.find(one => one.line === line) ?? { line, text, basis, ...nothing })
  return [...known, ...checked.filter(one => !lines.some(({ line }) => line === one.line))]
}
