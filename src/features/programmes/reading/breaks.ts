import { VERB_START } from './bodies.ts'
import type { Label } from './labels.ts'
import type { Line, Sheet } from './lines.ts'

/** A sentence, item or lead-in that has come to its end. */
const CLOSED = /[.;:!?…][)"”'’»\]]*$/

/** Words that cannot end a sentence: what follows on the next line belongs to it, whatever it looks like. */
const HANGING = /(?:^|[\s(])(?:tại|của|và|theo|với|các|những|là|cho|về|hoặc|đến|từ|trong|do|bởi|nhằm|để|như|thuộc)$/iu

/** Words that ask for a number, not for a bullet ("Nghị quyết số", "tại khoản", "giai đoạn"; but "dân tộc thiểu số", "hằng năm"). */
const ASKS_NUMBER =
  /(?:định|quyết|thị|luận|tư|hoạch|trình|văn|chế|báo|dẫn|luật|lệnh|lục|biểu|mẫu) số$|(?:^|\s)khoản$|(?:tại|và|theo|,|các|\d) (?:điểm|điều|mục|phần|chương)$|(?:giai đoạn|nhiệm kỳ|khóa|khoá|lần thứ|phụ lục)$|(?<!hằng |hàng |mỗi |từng |trong |cuối |đầu |các |một |nhiều )(?<=\s)(?:năm|tháng|ngày|quý)$/iu

/** Pairs written with a dash between them: a line broken there begins with the dash. */
const PAIRED =
  /(?:kinh tế|chính trị|văn hóa|văn hoá|xã hội|quốc phòng|nông|lâm|thi đua|hành chính|khoa học|tổ chức|CT|KT|độc lập|tự do|phát thanh|thể thao|tư tưởng)\n[-–—]\s*(?:xã hội|chính trị|nghề nghiệp|an ninh|lâm|ngư|nghiệp|khen thưởng|tổng hợp|kỹ thuật|công nghệ|cán bộ|XH|tự do|hạnh phúc|truyền hình|du lịch|văn hóa|văn hoá)/iu

/** Half of a unit's double name: "Ban Chính sách" / "- Luật pháp". */
const UNIT_END = /(?:Ban|Phòng|Sở|Hội)\s+\p{Lu}\p{Ll}+(?:\s+\p{Ll}+)?$/u

/** Units named by two tasks, which may look like verbs. */
const UNIT_PAIR =
  /(?:Phòng|Ban)\s+(?:Kế hoạch|Hành chính|Tổ chức|Tài chính)\n[-–—]\s*(?:Tổng hợp|Kiểm tra|Hành chính|Cán bộ|Tài vụ)(?![\p{L}])/u

/** Whether a line breaks off in the middle of a sentence. */
export const hangs = (text: string): boolean => HANGING.test(text)

export const isClosed = (text: string): boolean => CLOSED.test(text)

/**
 * Whether a line with the look of a clause only goes on with the sentence of the line before it.
 * @param expected the label continues a list that stands open, or begins one
 */
export const continuesSentence = (sheet: Sheet, before: Line | null, line: Line, label: Label, expected: boolean): boolean => {
  if (!before || isClosed(before.text)) return false
  if (HANGING.test(before.text) || /[-–(]$/.test(before.text)) return true
  if (label.kind !== 'bullet' && ASKS_NUMBER.test(before.text)) return true
  const full = sheet.wrapped && before.text.length >= sheet.width * 0.8
  const rest = line.text.slice(label.length)
  if (label.kind === 'bullet') return continuesAfterDash(before.text, line.text, rest, full)
  if (before.text.endsWith(',')) return !expected
  return !expected && (full || /^\p{Ll}/u.test(rest))
}

const continuesAfterDash = (before: string, line: string, rest: string, full: boolean): boolean => {
  if (/\d$/.test(before) && /^\d/.test(rest)) return true
  const pair = `${before.slice(-24)}\n${line.slice(0, 30)}`
  if (PAIRED.test(pair) || UNIT_PAIR.test(pair)) return true
  if (full && UNIT_END.test(before) && !VERB_START.test(rest)) return true
  return full && /^[\p{Ll}\d]/u.test(rest)
}
