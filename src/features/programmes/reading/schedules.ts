import { VERB_START } from './bodies.ts'
import { romanValue } from './labels.ts'
import type { Schedule } from './result.ts'

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

export const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)

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

type Unit = Extract<Schedule, { kind: 'every' }>['unit']
const UNITS: Record<string, Unit> = { tuần: 'week', tháng: 'month', quý: 'quarter', quí: 'quarter', năm: 'year' }
const NUMBERS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, chín: 9, mười: 10 }
const COUNT = String.raw`(\d{1,2}|một|hai|ba|bốn|sáu|chín|mười)`

const every = (count: number, unit: Unit): Schedule =>
  unit === 'month' && count === 6 ? { kind: 'every', count: 1, unit: 'half-year' } : { kind: 'every', count, unit }
const amount = (word: string): number => NUMBERS[word.toLowerCase()] ?? Number(word)

const SIMPLE =
  /(?<![\p{L}])(?:hằng|hàng|mỗi|từng|theo|một lần\/|lần\/|lần một |lần trong |lần mỗi )\s*(?:1 |01 |một )?(tuần|tháng|quý|quí|năm)(?![\p{L}])(?!\s*\d)/giu
const PER = /(?<=\p{L}\s?)\/\s*(tuần|tháng|quý|quí|năm)(?![\p{L}])/giu
const HALF = /(?<![\p{L}\d])(?:6|06|sáu)\s+tháng(?!\s*(?:\/?\s*20\d\d|(?:đầu|cuối)\s+năm\s+20\d\d|kể từ|sau|tuổi|trước khi))/giu
const LISTED =
  /định kỳ\s*:?\s*((?:(?:hằng|hàng|mỗi|và|hoặc|một lần|lần|,|\/|\d{1,2}|một|hai|ba|bốn|sáu|chín|tuần|tháng|quý|năm)\s*)+)/giu
const LONG = new RegExp(String.raw`(?:định kỳ|hội nghị|tổng kết|sơ kết|cứ|đại hội)\s+${COUNT}\s+năm(?!\s+20)`, 'giu')
const ONCE = new RegExp(
  String.raw`(?<![\p{L}\d])${COUNT}\s+(tuần|tháng|quý|quí|năm)\s*(?:\/\s*)?(?:một|1|01|ít nhất một|ít nhất 01)\s*lần`,
  'giu',
)

const findRhythms = (masked: string): Schedule[] => {
  const found: Schedule[] = []
  for (const match of [...masked.matchAll(SIMPLE), ...masked.matchAll(PER)]) {
    const unit = UNITS[(match[1] ?? '').toLowerCase()]
    if (unit) found.push(every(1, unit))
  }
  for (const match of masked.matchAll(HALF))
    if (!/(?:trong|thời hạn|chậm nhất|sau|trước|ít nhất|tối thiểu)\s*$/iu.test(masked.slice(0, match.index)))
      found.push(every(6, 'month'))
  for (const match of masked.matchAll(LISTED)) found.push(...listed(match[1] ?? ''))
  for (const match of masked.matchAll(LONG)) found.push(every(amount(match[1] ?? '1'), 'year'))
  for (const match of masked.matchAll(ONCE))
    found.push(every(amount(match[1] ?? '1'), UNITS[(match[2] ?? '').toLowerCase()] ?? 'year'))
  return found.concat(besideHalf(masked))
}

/** "hàng quý, sáu tháng, một năm": each item of the list after "định kỳ". */
const listed = (list: string): Schedule[] =>
  [...list.matchAll(new RegExp(String.raw`(?:(?:hằng|hàng|mỗi)\s+|${COUNT}\s+)?(tuần|tháng|quý|năm)(?![\p{L}])`, 'giu'))].flatMap(
    match => {
      const unit = UNITS[(match[2] ?? '').toLowerCase()]
      return unit ? [every(match[1] ? amount(match[1]) : 1, unit)] : []
    },
  )

/** "sơ kết 6 tháng, tổng kết năm" and "báo cáo quý, 6 tháng, năm". */
const besideHalf = (masked: string): Schedule[] => {
  const found: Schedule[] = []
  if (
    /(?:6|06|sáu) tháng(?: đầu năm)?\s*(?:,|và|\/|-)?\s*(?:01 |1 |một |cả |tổng kết |báo cáo |kết thúc )?năm(?![\p{L}])(?!\s*\d)/iu.test(
      masked,
    )
  )
    found.push(every(1, 'year'))
  if (/(?:báo cáo|họp|giao ban|thông tin)\s+(?:theo\s+)?quý\s*,/iu.test(masked)) found.push(every(1, 'quarter'))
  if (/tổng kết (?:công tác )?năm(?![\p{L}])(?!\s*\d)/iu.test(masked)) found.push(every(1, 'year'))
  return found
}

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

const two = (value: number): string => String(value).padStart(2, '0')

type By = Extract<Schedule, { kind: 'by' }>
const by = (year: string | undefined, quarter: number | null, month: number | null, date: string | null, text: string): By => ({
  kind: 'by',
  year: Number(year),
  quarter,
  month,
  date,
  text: text.trim(),
})

const quarterOf = (printed: string | undefined): number =>
  printed ? (/^\d$/.test(printed) ? Number(printed) : (romanValue(printed) ?? 0)) : 0

const YEAR = String.raw`(20\d{2})(?!\d)`
const POINTS: readonly [RegExp, (match: RegExpExecArray, text: string) => By | null][] = [
  [
    new RegExp(
      String.raw`(?:(?:trước|chậm nhất(?: là)?|đến(?: hết)?|hoàn thành|vào)\s+)*ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*${YEAR}|(?:trước|chậm nhất|hạn)\s+(\d{1,2})/(\d{1,2})/${YEAR}`,
      'giu',
    ),
    (m, text) => {
      const [day, month, year] = m[1] ? [Number(m[1]), Number(m[2]), m[3]] : [Number(m[4]), Number(m[5]), m[6]]
      return month >= 1 && month <= 12 && day >= 1 && day <= 31
        ? by(year, null, month, `${year}-${two(month)}-${two(day)}`, text)
        : null
    },
  ],
  [
    new RegExp(
      String.raw`(?:(?:trước|trong|đến(?: hết)?|hết)\s+)?qu[ýí]\s+([IV]{1,3}|[1-4])\s*(?:[/-]|,?\s*năm)\s*${YEAR}`,
      'giu',
    ),
    (m, text) => (quarterOf(m[1]) ? by(m[2], quarterOf(m[1]), null, null, text) : null),
  ],
  [
    new RegExp(String.raw`(?:(?:trước|trong|đến(?: hết)?|hết)\s+)?tháng\s+(\d{1,2})\s*(?:[/-]|,?\s*năm)\s*${YEAR}`, 'giu'),
    (m, text) => (Number(m[1]) >= 1 && Number(m[1]) <= 12 ? by(m[2], null, Number(m[1]), null, text) : null),
  ],
  [
    new RegExp(String.raw`(?:6|06|sáu) tháng (đầu|cuối) năm ${YEAR}`, 'giu'),
    (m, text) => by(m[2], null, m[1] === 'đầu' ? 6 : 12, null, text),
  ],
  [
    new RegExp(
      String.raw`(?:(?:đến(?: hết)?|trong|hết|trước|cuối|đầu)\s+)?(?<!ngày .{0,12})(?<!tháng \d{1,2},? )(?<![\p{L}])năm\s+${YEAR}`,
      'giu',
    ),
    (m, text) => by(m[1], null, null, null, text),
  ],
]

/** Points of time, the finest first; each stretch of text is read once. */
const findPoints = (text: string, masked: string): Schedule[] => {
  const found: Schedule[] = []
  let rest = masked
  for (const [pattern, read] of POINTS) {
    for (const match of rest.matchAll(pattern)) {
      const end = match.index + match[0].length
      const point = read(match, text.slice(match.index, end))
      if (point) found.push(point)
      rest = blank(rest, match.index, end)
    }
  }
  return found
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
  /(?<![\p{L}])(?:kịp thời|khi cần thiết|khi cần|đột xuất|khi có yêu cầu|theo yêu cầu(?= của|\s*[.,;]|$)|khi phát sinh|khi có (?:vấn đề|vụ việc|tình huống|phát sinh)[^.,;]{0,30})(?![\p{L}])/giu
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
