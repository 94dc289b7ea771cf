import type { Target } from './result.ts'

/** Quantities that a duty sets: "từ 1-3 công trình", "ít nhất 02 lớp/năm", "trên 90% hộ". */

const WORKS =
  'công trình|dự án|lớp|buổi|cuộc|đợt|lượt người|lượt|suất quà|suất|hội nghị|hội thảo|tọa đàm|toạ đàm|mô hình điểm|mô hình|chuyên đề|đề tài|tin bài|tin, bài|bài viết|phóng sự|chuyên mục|chương trình|đoàn|lần|vụ|ý kiến|căn nhà|ngôi nhà|nhà|tổ hợp tác|câu lạc bộ|cuộc thi|điểm|sản phẩm|báo cáo|văn bản|chuyến|tổ|phần quà|cuốn|tờ|đội hình|đội|nhóm|phiên|học bổng|sổ tay|cây xanh|km|ha|bản tin|đề án'
const COUNTED =
  'hộ|người|xã|thôn|bản|làng|ấp|huyện|cán bộ|hội viên|đoàn viên|học sinh|gia đình|cơ quan|đơn vị|tập thể|cá nhân|gương'
const MONEY = 'triệu đồng|tỷ đồng|tỉ đồng|nghìn đồng|đồng'

const AMOUNT = String.raw`(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)`
const FLOOR = 'ít nhất|tối thiểu|không dưới|không ít hơn|thấp nhất'
const BOUND = `${FLOOR}|trên|hơn|từ|không quá|tối đa|dưới|khoảng|đạt|phấn đấu|phấn đấu đạt`
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:(${BOUND})\s+)*(?:từ\s+)?${AMOUNT}\s*(?:(?:-|–|đến)\s*${AMOUNT}\s*)?(%|(?:${WORKS}|${COUNTED}|${MONEY})(?![\p{L}]))`,
  'giu',
)
/** With a floor or both limits any noun is a unit; stretches of time, ages and shares are none. */
const OPEN = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:(${FLOOR}|không quá|không vượt quá|tối đa)\s+${AMOUNT}|(từ)\s+${AMOUNT}\s*(?:-|–|đến)\s*${AMOUNT})\s+(?!(?:ngày|tháng|năm|quý|tuần|giờ|phút|tuổi|lần|tiết)(?![\p{L}])|${WORKS}|${COUNTED}|${MONEY})(\p{Ll}+(?:\s+(?!(?:về|cho|tại|ở|của|được|tham|trên|trong|mỗi|là|có|để|trước)(?![\p{L}]))\p{Ll}+)?)`,
  'gu',
)
const WORDED = new RegExp(String.raw`(?<![\p{L}])(${FLOOR})\s+(một|hai|ba|bốn|năm|sáu)\s+(${WORKS})(?![\p{L}])`, 'giu')
const WORDS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6 }
const COUNTED_UNIT = new RegExp(`^(?:${COUNTED}|${MONEY}|%)$`, 'iu')

const valueOf = (printed: string): number => Number(printed.replace(/\.(?=\d{3})/g, '').replace(',', '.'))

/** @param masked the duty with quotes, citations and periods blanked */
export const findTargets = (text: string, masked: string): Target[] => {
  const found: Target[] = []
  const add = (match: RegExpExecArray, range: { min: number | null; max: number | null }, unit: string): void => {
    const to = match.index + match[0].length
    const per = findPer(masked, match.index, to) ?? findTerm(text, match.index, to)
    if (!(unit === 'lần' && per && range.min === 1 && range.max === 1))
      found.push({ ...range, unit, per, text: text.slice(match.index, to) })
  }
  for (const match of masked.matchAll(QUANTITY)) {
    const [, bound = '', low = '', high, unit = ''] = match
    const before = masked.slice(Math.max(0, match.index - 30), match.index)
    if (isGoal(before, bound, high, unit)) add(match, limits(bound.toLowerCase(), valueOf(low), high), unit.toLowerCase())
  }
  for (const match of masked.matchAll(OPEN)) {
    const [, bound = '', floor, , low = '', high = '', unit = ''] = match
    add(match, floor ? limits(bound.toLowerCase(), valueOf(floor), undefined) : { min: valueOf(low), max: valueOf(high) }, unit)
  }
  for (const match of masked.matchAll(WORDED))
    add(match, { min: WORDS[(match[2] ?? '').toLowerCase()] ?? 1, max: null }, match[3] ?? '')
  return found
}

/** People and places are counted in passing everywhere; they are a goal only where a bound is set. */
const isGoal = (before: string, bound: string, high: string | undefined, unit: string): boolean => {
  if (/(?:lần thứ|thứ|khoản|điều|giữa|của|số|điểm)\s*$/iu.test(before)) return false
  if (unit === '%') return !/(?:chiếm|bằng|hỗ trợ|mức|lãi suất|hưởng)[^.;,]{0,20}$/iu.test(before)
  return (
    !COUNTED_UNIT.test(unit) ||
    Boolean(bound) ||
    Boolean(high) ||
    /(?:phấn đấu|đạt|ít nhất|tối thiểu|mỗi)[^.;]{0,25}$/iu.test(before)
  )
}

const limits = (bound: string, low: number, high: string | undefined): { min: number | null; max: number | null } => {
  if (high) return { min: low, max: valueOf(high) }
  if (/không quá|không vượt quá|tối đa|dưới$/.test(bound) && bound !== 'không dưới') return { min: null, max: low }
  return /ít nhất|tối thiểu|không dưới|không ít hơn|thấp nhất|trên|hơn|từ|phấn đấu|đạt|khoảng/.test(bound)
    ? { min: low, max: null }
    : { min: low, max: low }
}

const PER_AFTER =
  /^(?:\s+\p{L}+){0,3}?\s*(?:\/|một |mỗi |trong một |trong mỗi |trong )\s*(năm|quý|tháng|tuần|xã|thôn|huyện|đơn vị|cơ quan|lớp|buổi)(?![\p{L}])/iu
const PER_BEFORE =
  /(?<![\p{L}])(?:mỗi|hằng|hàng|từng|một)\s+(năm|quý|tháng|tuần|xã|thôn|bản|làng|huyện|đơn vị|cơ quan|cấp|bên|địa phương)(?![\p{L}])/giu

/** "trong cả giai đoạn 2026 - 2030", before the quantity in its sentence or right behind it. */
const TERM_BEFORE = /(?<![\p{L}])(?:cả|toàn|suốt)\s+(?:giai đoạn|nhiệm kỳ)(?![\p{L}])/iu
const TERM_AFTER = /^(?:\s+\p{L}+){0,6}?\s+(?:cả|toàn|suốt)\s+(?:giai đoạn|nhiệm kỳ)(?![\p{L}])/iu

/** A quantity of the whole term is none of each year. */
const findTerm = (text: string, from: number, to: number): string | null => {
  const sentence = text.slice(text.lastIndexOf('.', from) + 1, from)
  return TERM_BEFORE.test(sentence) || TERM_AFTER.test(text.slice(to)) ? 'term' : null
}

/** What the quantity is counted by; the nearest that the same sentence names. */
const findPer = (text: string, from: number, to: number): string | null => {
  const after = PER_AFTER.exec(text.slice(to))?.[1]
  if (after) return after.toLowerCase()
  const sentence = text.slice(text.lastIndexOf('.', from) + 1, from)
  const before = [...sentence.matchAll(PER_BEFORE)].at(-1)?.[1]
  return before?.toLowerCase() ?? null
}
