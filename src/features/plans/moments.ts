import { type IsoDate, isIsoDate, isoDate, lastDay } from '../../kernel/dates.ts'

const QUARTERS: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/** First and last day of what a span names: "2026", "năm 2026", "quý III/2026", "tháng 7/2026", "1/7/2026", "2026-07". Null where no year stands. */
export function parseMoment(text: string): { from: IsoDate; to: IsoDate } | null {
  const day = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text)
  if (day) return single(isoDate(Number(day[3]), Number(day[2]), Number(day[1])))
  if (isIsoDate(text)) return single(text)
  const year = Number(/\b(\d{4})\b/.exec(text)?.[1] ?? /(\d{4})-/.exec(text)?.[1])
  if (!year) return null
  const quarter = /(?:qu[ýíy]|Q)\s*(IV|I{1,3}|[1-4])/iu.exec(text)?.[1]?.toUpperCase()
  if (quarter) return months(year, QUARTERS[quarter]! * 3 - 2, QUARTERS[quarter]! * 3)
  const month = Number(/tháng\s+(\d{1,2})/iu.exec(text)?.[1] ?? /\d{4}-(\d{2})\b/.exec(text)?.[1])
  return month >= 1 && month <= 12 ? months(year, month, month) : months(year, 1, 12)
}

const single = (date: IsoDate) => (isIsoDate(date) ? { from: date, to: date } : null)
const months = (year: number, first: number, last: number) => ({ from: isoDate(year, first, 1), to: lastDay(year, last) })
