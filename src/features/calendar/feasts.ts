import { addDays, isoDate } from '../../kernel/dates.ts'
import { fromLunar, lunarNewYear } from '../../kernel/lunar.ts'
import type { Feast } from './contract.ts'
import { cholChnamThmayOf, easterOf, kateOf, okOmBokOf, ramuwanOf, type Span, seneDoltaOf } from './movable-feasts.ts'

/** Days that programmes, emulation drives and exchanges of information hang on. */
const FIXED: readonly [key: string, month: number, day: number, name: string][] = [
  ['dang', 2, 3, 'Ngày thành lập Đảng Cộng sản Việt Nam'],
  ['van-hoa-cac-dan-toc', 4, 19, 'Ngày Văn hóa các dân tộc Việt Nam'],
  ['cong-tac-dan-toc', 5, 3, 'Ngày truyền thống cơ quan công tác dân tộc'],
  ['thi-dua', 6, 11, 'Ngày truyền thống thi đua yêu nước'],
  ['tuyen-giao', 8, 1, 'Ngày truyền thống ngành tuyên giáo của Đảng'],
  ['quan-ly-ton-giao', 8, 2, 'Ngày truyền thống ngành quản lý nhà nước về tôn giáo'],
  ['chuyen-doi-so', 10, 10, 'Ngày Chuyển đổi số quốc gia'],
  ['dan-van', 10, 15, 'Ngày truyền thống công tác dân vận của Đảng'],
  ['vi-nguoi-ngheo', 10, 17, 'Ngày vì người nghèo'],
  ['phu-nu', 10, 20, 'Ngày Phụ nữ Việt Nam'],
  ['phap-luat', 11, 9, 'Ngày Pháp luật Việt Nam'],
  ['mat-tran', 11, 18, 'Ngày truyền thống Mặt trận, Ngày hội Đại đoàn kết toàn dân tộc'],
  ['di-san', 11, 23, 'Ngày Di sản văn hóa Việt Nam'],
  ['nhan-quyen', 12, 10, 'Ngày Nhân quyền thế giới'],
  ['quan-doi', 12, 22, 'Ngày thành lập Quân đội nhân dân Việt Nam, Ngày hội Quốc phòng toàn dân'],
  ['giang-sinh', 12, 25, 'Lễ Giáng sinh'],
]

/** The days of note of a year, by day. Movable feasts of other calendars are estimates, which a person confirms yearly. */
export function feastsOf(year: number): Feast[] {
  const lunar = (month: number, day: number) => fromLunar({ year, month, day, leap: false })!
  const fixed = FIXED.map(([key, month, day, name]) => known(key, name, on(isoDate(year, month, day))))
  const byMoon = [
    known('tet', 'Tết Nguyên đán', { from: lunarNewYear(year), to: addDays(lunarNewYear(year), 2) }),
    known('gio-to', 'Giỗ Tổ Hùng Vương', on(lunar(3, 10))),
    known('phat-dan', 'Lễ Phật đản', on(lunar(4, 15))),
    known('phuc-sinh', 'Lễ Phục sinh', easterOf(year)),
  ]
  const movable = [
    guessed('chol-chnam-thmay', 'Tết Chôl Chnăm Thmây', cholChnamThmayOf(year)),
    guessed('sene-dolta', 'Lễ Sene Đôlta', seneDoltaOf(year)),
    guessed('ok-om-bok', 'Lễ Ok Om Bok', okOmBokOf(year)),
    guessed('kate', 'Lễ hội Katê', kateOf(year)),
    ...ramuwanOf(year).map((span, at) => guessed(at === 0 ? 'ramuwan' : `ramuwan-${at + 1}`, 'Tết Ramưwan', span)),
  ]
  return [...fixed, ...byMoon, ...movable].toSorted((a, b) => a.from.localeCompare(b.from))
}

const on = (day: string): Span => ({ from: day, to: day })
const known = (key: string, name: string, span: Span): Feast => ({ key, name, ...span, estimate: false })
const guessed = (key: string, name: string, span: Span): Feast => ({ key, name, ...span, estimate: true })
