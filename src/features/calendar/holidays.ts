import { addDays, type IsoDate, isoDate } from '../../kernel/dates.ts'
import { fromLunar, lunarNewYear } from '../../kernel/lunar.ts'
import { weekdayOf } from '../../kernel/working-days.ts'

export type Holiday = { date: IsoDate; name: string }

const isWeekend = (date: IsoDate): boolean => weekdayOf(date) % 6 === 0

/**
 * The public holidays of a year as Bộ luật Lao động 45/2019/QH14, Điều 112 gives them, with the days off in return for a holiday
 * on a weekend (Điều 111 khoản 3). A proposal: the Prime Minister's yearly notice chooses the days around Tết and 2/9.
 */
export function holidaysOf(year: number): Holiday[] {
  const holidays = [
    { date: isoDate(year, 1, 1), name: 'Tết Dương lịch' },
    ...tetDays(year).map(date => ({ date, name: 'Tết Nguyên đán' })),
    { date: fromLunar({ year, month: 3, day: 10, leap: false })!, name: 'Giỗ Tổ Hùng Vương' },
    { date: isoDate(year, 4, 30), name: 'Ngày Chiến thắng' },
    { date: isoDate(year, 5, 1), name: 'Ngày Quốc tế Lao động' },
    ...nationalDays(year).map(date => ({ date, name: 'Quốc khánh' })),
  ].toSorted((a, b) => a.date.localeCompare(b.date))
  return [...holidays, ...givenInReturn(holidays)].toSorted((a, b) => a.date.localeCompare(b.date))
}

/** The last day of the old year and the first four of the new. */
const tetDays = (year: number): IsoDate[] => [-1, 0, 1, 2, 3].map(days => addDays(lunarNewYear(year), days))

/** 2/9 and the neighbour that joins it to a weekend: the day after on Thursday, Sunday and Monday, else the day before. */
function nationalDays(year: number): IsoDate[] {
  const day = isoDate(year, 9, 2)
  return [0, 1, 4].includes(weekdayOf(day)) ? [day, addDays(day, 1)] : [addDays(day, -1), day]
}

/** For each holiday on a weekend the next day that is neither off nor given already. */
function givenInReturn(holidays: readonly Holiday[]): Holiday[] {
  const off = new Set(holidays.map(holiday => holiday.date))
  return holidays
    .filter(holiday => isWeekend(holiday.date))
    .map(({ date, name }) => {
      let day = addDays(date, 1)
      while (isWeekend(day) || off.has(day)) day = addDays(day, 1)
      off.add(day)
      return { date: day, name: `Nghỉ bù ${name}` }
    })
}
