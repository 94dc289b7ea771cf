import { addDays, type IsoDate, isoDate, yearOf } from '../../../kernel/dates.ts'

type Form = {
  name: string
  /** Of the members of the council, so many in a hundred must agree; null where no council is asked. */
  share: number | null
}

/** The forms by level, the highest first (Luật Thi đua, khen thưởng 06/2022/QH15; NĐ 98/2023/NĐ-CP; NĐ 152/2025/NĐ-CP). */
export const FORMS = {
  'unity-order': { name: 'Huân chương Đại đoàn kết dân tộc', share: 80 },
  order: { name: 'Huân chương khác', share: 80 },
  medal: { name: 'Huy chương', share: 80 },
  title: { name: 'Danh hiệu vinh dự', share: 80 },
  'certificate-pm': { name: 'Bằng khen của Thủ tướng Chính phủ', share: 80 },
  certificate: { name: 'Bằng khen của bộ, ban, tỉnh, Ủy ban Trung ương MTTQ Việt Nam', share: 80 },
  'badge-ethnic': { name: 'Kỷ niệm chương “Vì sự nghiệp phát triển các dân tộc”', share: null },
  'badge-unity': { name: 'Kỷ niệm chương “Vì sự nghiệp đại đoàn kết toàn dân tộc”', share: null },
  citation: { name: 'Giấy khen', share: null },
  letter: { name: 'Thư khen', share: null },
  praise: { name: 'Biểu dương, tuyên dương', share: null },
} as const satisfies Record<string, Form>
export type FormKey = keyof typeof FORMS
export const FORM_KEYS = Object.keys(FORMS) as [FormKey, ...FormKey[]]
export const isFormKey = (key: string): key is FormKey => key in FORMS

/** Whether enough of the council agree: the law's share of all members, or more than half where the law names none. */
export function isChosen(form: FormKey, votes: number, members: number): boolean {
  const { share } = FORMS[form]
  return share === null ? votes * 2 > members : votes * 100 >= share * members
}

/** Days before a ceremony by which a dossier on one subject is handed in. */
const BEFORE_CEREMONY = 7

/** The day by which the dossier is handed in, where a rule names one; else the officer says the day and what it rests on. */
export function dossierTerm(form: FormKey, ceremonyOn: IsoDate | null, today: IsoDate): { on: IsoDate; basis: string } | null {
  if (form === 'unity-order') {
    const on = isoDate(yearOf(today), 6, 15)
    const next = on < today ? isoDate(yearOf(today) + 1, 6, 15) : on
    return { on: next, basis: 'Hồ sơ Huân chương Đại đoàn kết dân tộc gửi trước ngày 15/6' }
  }
  if (ceremonyOn === null) return null
  const on = addDays(ceremonyOn, -BEFORE_CEREMONY)
  return { on: on < today ? today : on, basis: 'Khen thưởng theo chuyên đề: trước buổi lễ ít nhất 07 ngày' }
}
