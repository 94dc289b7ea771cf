import { type IsoDate, printDate } from '../../../kernel/dates.ts'

const DAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** "Thứ Bảy, 21/11/2026" */
export const longToday = (date: IsoDate): string => `${DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}, ${printDate(date)}`

/** "25/11", with the year where it is not this one. */
export const shortDay = (date: IsoDate, today: IsoDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? printDate(date).slice(0, 5) : printDate(date)
