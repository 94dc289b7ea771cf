import type { Schedule } from './result.ts'

type Unit = Extract<Schedule, { kind: 'every' }>['unit']
const UNITS: Record<string, Unit> = { tuần: 'week', tháng: 'month', quý: 'quarter', quí: 'quarter', năm: 'year' }
const NUMBERS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, chín: 9, mười: 10 }
const COUNT = String.raw`(\d{1,2}|một|hai|ba|bốn|sáu|chín|mười)`

const every = (count: number, unit: Unit): Schedule =>
  unit === 'month' && count === 6 ? { kind: 'every', count: 1, unit: 'half-year' } : { kind: 'every', count, unit }
const amount = (word: string): number => NUMBERS[word.toLowerCase()] ?? Number(word)

const SIMPLE =
  /(?<![\p{L}])(?:(?:hằng|hàng|mỗi|từng)\s+(?:1 |01 |một )?(tuần|tháng|quý|quí|năm)(?![\p{L}])(?!\s*20\d\d)|(?:theo|một lần\/|lần\/|lần một |lần trong |lần mỗi )\s*(?:1 |01 |một )?(tuần|tháng|quý|quí|năm)(?![\p{L}])(?!\s*\d))/giu
const PER = /(?<=[\p{L}\d]\s?)\/\s*(?:1 |01 |một )?(tuần|tháng|quý|quí|năm)(?![\p{L}])/giu
/** "trước ngày 20 tháng cuối quý", "vào cuối năm"; "6 tháng cuối năm" is a half. */
const EDGE =
  /(?<!tháng )(?<![\p{L}])(?:cuối|đầu)\s+(?:của\s+)?(?:mỗi\s+)?(tuần|quý|quí|tháng)(?![\p{L}])(?!\s*(?:\d|[IV]+(?![\p{L}])))|(?<!\d tháng |sáu tháng )(?<![\p{L}])(?:cuối|vào đầu|dịp đầu)\s+(?:mỗi\s+)?(năm)(?![\p{L}])(?!\s*\d)|tháng (?:đầu|cuối|thứ \p{L}+)\s+(?:tiên\s+)?(?:của\s+)?(?:mỗi\s+)?(quý|quí)(?![\p{L}])(?!\s*[IV\d])/giu
const HALF = /(?<![\p{L}\d])(?:6|06|sáu)\s+tháng(?!\s*(?:\/?\s*20\d\d|(?:đầu|cuối)\s+năm\s+20\d\d|kể từ|sau|tuổi|trước khi))/giu
const LISTED =
  /định kỳ\s*:?\s*((?:(?:hằng|hàng|mỗi|và|hoặc|một lần|lần|,|\/|\d{1,2}|một|hai|ba|bốn|sáu|chín|tuần|tháng|quý|năm)\s*)+)/giu
const LONG = new RegExp(
  String.raw`(?:định kỳ|hội nghị|tổng kết|sơ kết|cứ|đại hội)\s+${COUNT}\s+năm(?!\s+20)|(?<![\p{L}\d])${COUNT}\s+năm\s+(?:tổng kết|sơ kết|tổ chức (?:tổng kết|sơ kết))`,
  'giu',
)
const ONCE = new RegExp(
  String.raw`(?<![\p{L}\d])${COUNT}\s+(tuần|tháng|quý|quí|năm)\s*(?:\/\s*lần(?![\p{L}])|(?:\/\s*)?(?:một|1|01|ít nhất một|ít nhất 01)\s*lần)`,
  'giu',
)

/** How often, as a duty tells it: "hằng quý", "6 tháng một lần", "cuối quý". */
export const findRhythms = (masked: string): Schedule[] => {
  const found: Schedule[] = []
  for (const match of [SIMPLE, PER, EDGE].flatMap(pattern => [...masked.matchAll(pattern)])) {
    const unit = UNITS[(match[1] ?? match[2] ?? match[3] ?? '').toLowerCase()]
    if (unit) found.push(every(1, unit))
  }
  for (const match of masked.matchAll(HALF))
    if (!/(?:trong|thời hạn|chậm nhất|sau|trước|ít nhất|tối thiểu)\s*$/iu.test(masked.slice(0, match.index)))
      found.push(every(6, 'month'))
  for (const match of masked.matchAll(LISTED)) found.push(...listed(match[1] ?? ''))
  for (const match of masked.matchAll(LONG)) found.push(every(amount(match[1] ?? match[2] ?? '1'), 'year'))
  for (const match of masked.matchAll(ONCE))
    found.push(every(amount(match[1] ?? '1'), UNITS[(match[2] ?? '').toLowerCase()] ?? 'year'))
  const open = masked.replace(/\([^)]*\)/g, inner => ' '.repeat(inner.length))
  return found.concat(besideHalf(masked), besideHalf(open))
}

/** "hàng quý, sáu tháng, một năm": each item of the list after "định kỳ". */
const listed = (list: string): Schedule[] =>
  [...list.matchAll(new RegExp(String.raw`(?:(?:hằng|hàng|mỗi)\s+|${COUNT}\s+)?(tuần|tháng|quý|năm)(?![\p{L}])`, 'giu'))].flatMap(
    match => {
      const unit = UNITS[(match[2] ?? '').toLowerCase()]
      return unit ? [every(match[1] ? amount(match[1]) : 1, unit)] : []
    },
  )

/** "báo cáo tháng, quý", not "báo cáo tháng 6" or "báo cáo quý II". */
const REPORTS =
  /(?<![\p{L}])(?:báo cáo|họp|giao ban|thông tin)\s+(?:định kỳ\s+)?(?:theo\s+)?((?:tuần|tháng|quý|năm)(?:\s*(?:,|và|\/)\s*(?:tuần|tháng|quý|năm)(?![\p{L}]))*)(?![\p{L}])(?!\s*(?:\d|[IV]+(?![\p{L}])|sau(?![\p{L}])|nay(?![\p{L}])|học|qua))/giu

/** "sơ kết 6 tháng, tổng kết năm" and "báo cáo quý, 6 tháng, năm". */
const besideHalf = (masked: string): Schedule[] => {
  const found: Schedule[] = []
  if (
    /(?:6|06|sáu) tháng(?: đầu năm)?\s*(?:,|và|\/|-)?\s*(?:01 |1 |một |cả |tổng kết |báo cáo |kết thúc )?năm(?![\p{L}])(?!\s*\d)/iu.test(
      masked,
    )
  )
    found.push(every(1, 'year'))
  for (const match of masked.matchAll(REPORTS)) found.push(...listed(match[1] ?? ''))
  if (/tổng kết (?:công tác )?năm(?![\p{L}])(?!\s*\d)/iu.test(masked)) found.push(every(1, 'year'))
  return found
}
