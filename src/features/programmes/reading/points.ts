import { romanValue } from './labels.ts'
import type { Schedule } from './result.ts'

/** A stretch of text made blank, sign for sign. */
export const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)

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
const UNTIL = String.raw`(?:(?:trước|trong|đến(?: hết)?|hết)\s+)?`
const OF_YEAR = String.raw`\s*(?:[/-]|,?\s*năm)\s*${YEAR}`
const TO = String.raw`\s*(?:-|–|,|và|đến)\s*`
const QUARTER = String.raw`([IV]{1,3}|[1-4])`
const MONTH = String.raw`(\d{1,2})`

type Reader = (match: RegExpExecArray, text: string) => (By | null)[]

/** "quý I - II/2027" is due at its end; "quý I, III/2027" twice. */
const listOf = (
  head: string,
  item: string,
  read: (printed: string, year: string | undefined, text: string) => By | null,
): readonly [RegExp, Reader] => [
  new RegExp(String.raw`${UNTIL}${head}\s+${item}(${TO})(?:${head}\s+)?${item}${OF_YEAR}`, 'giu'),
  (m, text) => {
    const [, first = '', mark = '', second = '', year] = m
    const several = /,|và/u.test(mark) ? [first, second] : [second]
    return several.map(printed => read(printed, year, text))
  },
]

const inQuarter = (printed: string, year: string | undefined, text: string): By | null =>
  quarterOf(printed) ? by(year, quarterOf(printed), null, null, text) : null
const inMonth = (printed: string, year: string | undefined, text: string): By | null =>
  Number(printed) >= 1 && Number(printed) <= 12 ? by(year, null, Number(printed), null, text) : null

const POINTS: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(
      String.raw`(?:(?:trước|chậm nhất(?: là)?|đến(?: hết)?|hoàn thành|vào)\s+)*ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*${YEAR}|(?:trước|chậm nhất|hạn)\s+(\d{1,2})/(\d{1,2})/${YEAR}`,
      'giu',
    ),
    (m, text) => {
      const [day, month, year] = m[1] ? [Number(m[1]), Number(m[2]), m[3]] : [Number(m[4]), Number(m[5]), m[6]]
      return month >= 1 && month <= 12 && day >= 1 && day <= 31
        ? [by(year, null, month, `${year}-${two(month)}-${two(day)}`, text)]
        : []
    },
  ],
  listOf('qu[ýí]', QUARTER, inQuarter),
  listOf('tháng', MONTH, inMonth),
  [new RegExp(String.raw`${UNTIL}qu[ýí]\s+${QUARTER}${OF_YEAR}`, 'giu'), (m, text) => [inQuarter(m[1] ?? '', m[2], text)]],
  [new RegExp(String.raw`${UNTIL}tháng\s+${MONTH}${OF_YEAR}`, 'giu'), (m, text) => [inMonth(m[1] ?? '', m[2], text)]],
  [
    new RegExp(String.raw`(?<![\p{L}])(?:trước|trong|đến|hết|xong|hạn)\s+${MONTH}/${YEAR}`, 'giu'),
    (m, text) => [inMonth(m[1] ?? '', m[2], text)],
  ],
  [
    new RegExp(String.raw`(?:6|06|sáu) tháng (đầu|cuối) năm ${YEAR}`, 'giu'),
    (m, text) => [by(m[2], null, m[1] === 'đầu' ? 6 : 12, null, text)],
  ],
  [
    new RegExp(
      String.raw`(?:(?:đến(?: hết)?|trong|hết|trước|cuối|đầu)\s+)?(?<!ngày .{0,12})(?<!tháng \d{1,2},? )(?<![\p{L}])năm\s+${YEAR}(?:(?:,|\s+và)\s+(?:năm\s+)?${YEAR})?`,
      'giu',
    ),
    (m, text) => [m[1], m[2]].flatMap(year => (year ? [by(year, null, null, null, text)] : [])),
  ],
]

/** Points of time, the finest first; each stretch of text is read once. */
export const findPoints = (text: string, masked: string): Schedule[] => {
  const found: Schedule[] = []
  let rest = masked
  for (const [pattern, read] of POINTS) {
    for (const match of rest.matchAll(pattern)) {
      const end = match.index + match[0].length
      found.push(...read(match, text.slice(match.index, end)).filter(point => point !== null))
      rest = blank(rest, match.index, end)
    }
  }
  return found
}
