const blank = ' '.repeat(6)

/** Days below 10 and the months 1 and 2 take a zero; other months never do (NĐ 30, Phụ lục I, II.4). */
const padDay = (day: number): string => String(day).padStart(2, '0')
const padMonth = (month: number): string => (month <= 2 ? `0${month}` : String(month))

/** "ngày 05 tháng 01 năm 2026" of an ISO date; with null, day and month stay blank for the clerk's pen. */
export const dateInWords = (date: string | null, year: number): string => {
  if (date === null) return `ngày${blank}tháng${blank}năm ${year}`
  const [dateYear, month, day] = date.split('-').map(Number)
  return `ngày ${padDay(day!)} tháng ${padMonth(month!)} năm ${dateYear}`
}

/** "Sơn Hà, ngày 05 tháng 01 năm 2026". */
export const dateLine = (place: string, date: string | null, year: number): string => `${place}, ${dateInWords(date, year)}`
