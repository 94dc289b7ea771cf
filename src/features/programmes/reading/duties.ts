import { readNote } from './attributes.ts'
import { startsBody, startsNamedBody, VERB_START } from './bodies.ts'

/** A stretch of a clause's own words that states one duty; offsets into the clause's flow. */
export type Stretch = { from: number; to: number; text: string }

const TIME_START =
  /^(?:hằng|hàng|mỗi|định kỳ|thường xuyên|kịp thời|năm \d{4}|trong năm|quý|tháng \d|trước ngày|chậm nhất|kết thúc|khi cần|đột xuất|từ năm|đến năm|6 tháng|sáu tháng|ít nhất|cuối)(?![\p{L}])/iu
const EVENT_START =
  /^(?:Lễ|Hội nghị|Hội thảo|Hội thi|Cuộc thi|Đại hội|Chương trình giao lưu|Ngày hội|Tọa đàm|Toạ đàm|Liên hoan|Giải|Đợt|Lớp|Chuyên đề|Diễn đàn)(?![\p{L}])/u
const BOTH = /^(?:hai|các|ba|bốn|mỗi) (?:cơ quan|bên|đơn vị|ngành|tổ chức)(?![\p{L}])/iu
const VERB_WITHIN = new RegExp(`(?<![\\p{L}])(?:${VERB_START.source.slice(4, -13)})(?![\\p{L}])`, 'u')
const CONNECTOR = /^(?:đồng thời|bên cạnh đó|ngoài ra|và|cùng với đó)\s*,?\s*/iu

/** What is no duty: effect, money, the formula of enacting. */
const NO_DUTY =
  /^(?:(?:quy chế|chương trình|quyết định|nghị quyết|kế hoạch)(?: phối hợp)? này (?:quy định|áp dụng)|[^.;]{0,120}?\scó hiệu lực(?: thi hành)? (?:kể )?từ|(?:nguồn )?kinh phí\s|ban hành kèm theo|phê duyệt kèm theo|[^.;]{0,400}?chịu trách nhiệm (?:thi hành|thực hiện) (?:quyết định|nghị quyết|quy chế) này|[^.;]{0,160}?thay thế (?:quyết định|quy chế|chương trình))/iu

/** Divides the words of a leaf into duties: at sentences, semicolons and "đồng thời"; what states no act joins its neighbour. */
export const splitDuties = (text: string, from: number): Stretch[] => {
  const pieces = cut(text, from)
  const duties: Stretch[] = []
  let waiting: Stretch | null = null
  for (const piece of pieces) {
    const whole: Stretch = waiting ? join(text, waiting, piece) : piece
    waiting = null
    const last = duties.at(-1)
    if (!hasVerb(whole.text) && TIME_OR_FRAME.test(whole.text) && /[.]$/.test(whole.text)) waiting = whole
    else if (!last || startsDuty(whole.text, text.slice(0, whole.from))) duties.push(whole)
    else duties[duties.length - 1] = join(text, last, whole)
  }
  if (waiting) duties.push(waiting)
  return duties.filter(duty => !NO_DUTY.test(duty.text))
}

/** A further paper of a list, not a new act. */
const PAPER =
  /^(?:nghị quyết|nghị định|quyết định|chỉ thị|kết luận|thông tư|thông báo|kế hoạch|công văn|quy định|hướng dẫn|chương trình|báo cáo)(?: liên tịch)?\s+(?:số\s*)?\d/iu

const TIME_OR_FRAME = /^(?:hằng|hàng|định kỳ|nhân|năm|trong|khi|vào)(?![\p{L}])/iu

const hasVerb = (text: string): boolean => VERB_WITHIN.test(text)

const join = (text: string, a: Stretch, b: Stretch): Stretch => ({ from: a.from, to: b.to, text: text.slice(a.from, b.to) })

const startsDuty = (text: string, before: string): boolean => {
  const bare = text.replace(CONNECTOR, '')
  if (PAPER.test(bare)) return false
  if (readNote(bare)) return true
  if (VERB_START.test(bare) || TIME_START.test(bare) || EVENT_START.test(bare) || BOTH.test(bare)) return true
  if (startsNamedBody(bare) && hasVerb(bare)) return true
  const sentence = /[.!?]["”)]*\s*$/.test(before)
  return (
    sentence &&
    (hasVerb(bare) || startsBody(bare)) &&
    !/^(?:trong đó|cụ thể|trọng tâm|đặc biệt|riêng|gồm|bao gồm)(?![\p{L}])/iu.test(bare)
  )
}

/** Cuts outside quotes and brackets. */
const cut = (text: string, start: number): Stretch[] => {
  const pieces: Stretch[] = []
  let depth = 0
  let from = start
  const close = (to: number): void => {
    const piece = trim(text, from, to)
    if (piece) pieces.push(piece)
    from = to
  }
  for (let i = start; i < text.length; i++) {
    const sign = text.charAt(i)
    if ('“(«['.includes(sign)) depth++
    if ('”)»]'.includes(sign)) depth = Math.max(0, depth - 1)
    if (depth > 0 && !text.slice(i).startsWith(' Phối hợp')) continue
    if (sign === ';' || endsSentence(text, i)) close(i + 1)
    else if (isMeanwhile(text, i) || isNote(text, i)) close(i)
  }
  close(text.length)
  return pieces
}

const endsSentence = (text: string, i: number): boolean =>
  /[.!?…]/.test(text.charAt(i)) &&
  /^[.!?…]["”)]*\s+["“(]?\p{Lu}/u.test(text.slice(i, i + 6)) &&
  !/(?:^|[\s(])(?:TP|Tp|T|P|Q|TT|Th|Tr|\d{1,2})$/.test(text.slice(Math.max(0, i - 4), i))

/** "Cơ quan chủ trì: …" opens a note of its own also where the line before has no full stop. */
const isNote = (text: string, i: number): boolean =>
  /\s$/.test(text.slice(0, i)) &&
  /^(?:Cơ quan|Đơn vị) (?:chủ trì|phối hợp|thực hiện)[\p{L} ]{0,20}:|^Thời gian(?: thực hiện| hoàn thành)?:/u.test(
    text.slice(i, i + 50),
  )

const isMeanwhile = (text: string, i: number): boolean =>
  /^đồng thời/iu.test(text.slice(i, i + 9)) &&
  /[,\s]$/.test(text.slice(0, i)) &&
  /^đồng thời,?\s/iu.test(text.slice(i, i + 11)) &&
  text.slice(0, i).trim().length > 20

const trim = (text: string, from: number, to: number): Stretch | null => {
  const raw = text.slice(from, to)
  const lead = /^[\s;,.–-]*/.exec(raw)?.[0].length ?? 0
  const body = raw.slice(lead).replace(/[\s,;]+$/, '')
  return /\p{L}/u.test(body) ? { from: from + lead, to: from + lead + body.length, text: body } : null
}
