import { VERB_START } from './bodies.ts'
import { blank, findPoints } from './points.ts'
import type { Schedule } from './result.ts'
import { findRhythms } from './rhythms.ts'

/**
 * Times told by a duty. Nothing is guessed: what is quoted, cited or only names a period tells no time.
 * `masked` is the duty's text with such stretches blanked, sign for sign (see `maskNames`).
 */
export const findSchedules = (text: string, masked: string): Schedule[] => {
  const done = /đã hoàn thành/iu.exec(masked)
  if (done) return [{ kind: 'done', text: text.slice(done.index, done.index + done[0].length) }]
  const spans = findSpans(text, masked)
  const rest = spans.reduce((line, span) => blank(line, span.from, span.to), masked)
  return distinct([
    ...(isContinuous(rest) ? [{ kind: 'continuous' } as const] : []),
    ...findRhythms(rest),
    ...findOccasions(rest),
    ...spans.map(span => span.schedule),
    ...findPoints(text, rest),
    ...(END.test(rest) ? [{ kind: 'end-of-period' } as const] : []),
    ...findEvents(text, rest),
  ])
}

const distinct = (schedules: readonly Schedule[]): Schedule[] => {
  const seen = new Set<string>()
  return schedules.filter(schedule => {
    const key = JSON.stringify({ ...schedule, text: schedule.kind === 'event' ? '' : 'text' in schedule ? schedule.text : '' })
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}

const NAMES = [
  /[“"«][^”"»]*[”"»]/gu,
  /giai đoạn(?:\s+[IVX]+\b)?[\s:,(]*(?:từ\s+)?(?:năm\s+)?\d{4}\s*(?:[-–]|đến(?: năm)?)\s*\d{4}\)?/giu,
  /nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}|khóa\s+[IVXL\d]+|(?<!từ năm )(?<!từ )(?<![\d/])\d{4}\s*[-–]\s*\d{4}/giu,
  /(?:định hướng|tầm nhìn)[^.;,]{0,20}đến năm \d{4}/giu,
  /so với (?:cùng kỳ )?năm \d{4}/giu,
  /(?:(?:luật|bộ luật|nghị quyết|kế hoạch|chương trình|dự toán|báo cáo|kết quả|quy chế|quyết định|nội dung)(?:\s+(?!trong|vào|trước|đến|hoàn)[\p{L}-]+){0,5})\s+năm\s+\d{4}/giu,
  /(?:nguồn|kinh phí|ngân sách|dự toán)[^.;,]{0,60}(?:hằng|hàng) năm|(?:nguồn )?(?:kinh phí|chi)\s+(?:chi\s+)?thường xuyên/giu,
]

/** Blanks names and periods: quotes, "giai đoạn 2021-2025", "Kế hoạch … năm 2026", the yearly budget. */
export const maskNames = (text: string): string =>
  NAMES.reduce(
    (line, name) =>
      line.replace(name, found => (/^giai đoạn|^nhiệm kỳ/iu.test(found) ? found.replace(/\d/g, ' ') : ' '.repeat(found.length))),
    text,
  )

const isContinuous = (masked: string): boolean => /(?<!không )(?<![\p{L}])thường xuyên(?!\s+(?:vụ|của ngân sách))/iu.test(masked)

const END =
  /(?<![\p{L}])(?:kết thúc|cuối|hết|tổng kết) (?:giai đoạn|nhiệm kỳ|chương trình|thời hạn|kỳ)|(?:khi )?hết hiệu lực|(?:từng|mỗi) giai đoạn/iu

const OCCASION =
  /(?<![\p{L}])(?:nhân dịp|nhân ngày|dịp lễ|dịp tết|dịp các|vào dịp|vào các dịp|các dịp|ngày lễ|lễ, tết|lễ tết|ngày kỷ niệm|kỷ niệm ngày|kỷ niệm \d+ năm|dịp \d{1,2}\/\d{1,2}|dịp ngày|tết nguyên đán|tết cổ truyền|ngày hội đại đoàn kết)(?![\p{L}])|(?<![\p{L}])(?:ngày|lễ|tháng)[^.;()]{0,80}\(\d{1,2}\/\d{1,2}\)/iu
const FEAST_DAY = /(?:\(|ngày\s+|dịp\s+|và\s+|,\s+|thành lập[^.;]{0,60}?\s)(\d{1,2}\s*[/-]\s*\d{1,2})(?!\s*[/-]?\d)(?=[^\d]|$)/giu

const findOccasions = (masked: string): Schedule[] => {
  if (!OCCASION.test(masked)) return []
  const days = [...masked.matchAll(FEAST_DAY)]
    .filter(match => !/(?:trước|sau|chậm nhất)[^.;]{0,12}$/iu.test(masked.slice(0, match.index)))
    .map(match => (match[1] ?? '').replace(/\s+/g, '').replace('-', '/'))
  if (/(?<![\p{L}])tết(?![\p{L}])/iu.test(masked)) days.push('Tết')
  return [{ kind: 'occasion', days }]
}

const MOMENT = String.raw`(?:(?:hết\s+)?(?:ngày\s+\d{1,2}(?:/\d{1,2}(?:/20\d{2})?)?|qu[ýí]\s+(?:[IV]{1,3}|[1-4])(?:\s*(?:[/-]|năm)\s*20\d{2})?|tháng\s+\d{1,2}(?:\s*(?:[/-]|năm)\s*20\d{2})?|năm\s+20\d{2}|20\d{2}))`
const SPAN = new RegExp(String.raw`(?<![\p{L}])từ\s+(${MOMENT})(?:\s*(?:-|–|đến)\s*(${MOMENT}))?(?:\s+trở đi)?`, 'giu')

const findSpans = (text: string, masked: string): { from: number; to: number; schedule: Schedule }[] =>
  [...masked.matchAll(SPAN)]
    .filter(match => /20\d{2}/.test(match[0]))
    .map(match => {
      const to = match.index + match[0].length
      return {
        from: match.index,
        to,
        schedule: { kind: 'span', from: match[1] ?? '', to: match[2] ?? null, text: text.slice(match.index, to) },
      }
    })

const EVENT =
  /(?<![\p{L}])(?:kịp thời|khi cần thiết|khi cần|đột xuất|khi có yêu cầu|theo yêu cầu(?= của|\s*[.,;]|$)|khi phát sinh|khi được (?:yêu cầu|đề nghị|mời)|khi có (?:vấn đề|vụ việc|tình hình|tình huống|phát sinh|đề nghị|sự cố|thay đổi)[^.,;]{0,30})(?![\p{L}])/giu
/** After these the work is not timed but its aim, or the act of others. */
const AIM = /(?<![\p{L}])(?:nhằm|để|bảo đảm|đảm bảo|góp phần|yêu cầu|đầy đủ,)(?![\p{L}])[^.;]*$/iu

const findEvents = (text: string, masked: string): Schedule[] =>
  [...masked.matchAll(EVENT)]
    .filter(match => !AIM.test(clauseBefore(masked, match.index)))
    .map(match => ({ kind: 'event', text: text.slice(match.index, match.index + match[0].length) }))

/** The part of the sentence before a word that governs it: since the last comma but one. */
const clauseBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, text.lastIndexOf(';', at)), at)
    .split(', ')
    .slice(-2)
    .join(', ')

const BARE = new RegExp(`(?:^|[.,;] )định kỳ(?![\\p{L}])|(?<![\\p{L}])định kỳ (?=${VERB_START.source.slice(1)})`, 'iu')

/** "Định kỳ" without telling how often. */
export const isBarePeriodic = (text: string, schedules: readonly Schedule[]): boolean =>
  BARE.test(text) && !schedules.some(schedule => schedule.kind === 'every')

/** A cell of time says no more than the time: a bare year or range of years counts there. */
export const readTimeCell = (text: string): Schedule[] => {
  const range = /^(?:giai đoạn\s+)?(20\d{2})\s*[-–]\s*(20\d{2})$/iu.exec(text)
  if (range) return [{ kind: 'span', from: range[1] ?? '', to: range[2] ?? null, text }]
  if (/^20\d{2}$/.test(text)) return [{ kind: 'by', year: Number(text), quarter: null, month: null, date: null, text }]
  const unit = /^\d{1,2}\/20\d{2}$/.test(text) ? 'tháng ' : /^\d{1,2}\/\d{1,2}\/20\d{2}$/.test(text) ? 'ngày ' : ''
  if (!unit) return findSchedules(text, text)
  return findSchedules(unit + text, unit + text).map(schedule => ('text' in schedule ? { ...schedule, text } : schedule))
}
