import { addDays, type IsoDate, isoDate, yearOf } from '../../kernel/dates.ts'
import { fromLunar, toLunar } from '../../kernel/lunar.ts'

/** First and last day. */
export type Span = { from: IsoDate; to: IsoDate }

const around = (day: IsoDate, before: number, after: number): Span => ({ from: addDays(day, -before), to: addDays(day, after) })
const lunarDay = (year: number, month: number, day: number): IsoDate => fromLunar({ year, month, day, leap: false })!

/**
 * Katê, 1/7 of the Cham calendar, near the new moon of the ninth lunar month. Where that comes before 27/9, a Cham leap month
 * has put the feast a moon later (seen in 2022). From the eve's procession to the day after.
 */
export function kateOf(year: number): Span {
  const ninth = lunarDay(year, 9, 1)
  const day = ninth >= isoDate(year, 9, 27) ? ninth : nextNewMoon(ninth)
  return around(day, 1, 1)
}

function nextNewMoon(first: IsoDate): IsoDate {
  const thirtieth = addDays(first, 29)
  return toLunar(thirtieth).day === 1 ? thirtieth : addDays(thirtieth, 1)
}

/** 29/8 to 1/9 of the lunar calendar. */
export const seneDoltaOf = (year: number): Span => around(lunarDay(year, 9, 1), 2, 0)

/** Full moon of the tenth lunar month. */
export const okOmBokOf = (year: number): Span => around(lunarDay(year, 10, 15), 0, 0)

/** The Khmer new year follows the sun: 14–16/4, by other calendars a day earlier. */
export const cholChnamThmayOf = (year: number): Span => ({ from: isoDate(year, 4, 14), to: isoDate(year, 4, 16) })

const ISLAMIC_EPOCH = 1_948_439
const UNIX_EPOCH = 2_440_588

/** First day of month 9 in the tabular Islamic calendar of thirty-year cycles. */
function firstOfRamadan(islamicYear: number): IsoDate {
  const julian = ISLAMIC_EPOCH + 1 + 354 * (islamicYear - 1) + Math.floor((3 + 11 * islamicYear) / 30) + 236
  return addDays('1970-01-01', julian - UNIX_EPOCH)
}

/** Ramưwan of the Bàni: the graves are visited in the days before the month begins. A solar year can hold two, about every 33 years. */
export function ramuwanOf(year: number): Span[] {
  const near = Math.floor(((year - 622) * 33) / 32)
  return [near - 1, near, near + 1, near + 2]
    .map(firstOfRamadan)
    .filter(day => yearOf(day) === year)
    .map(day => around(day, 2, 0))
}

/** Western Easter by the Gregorian reckoning (Meeus, Jones, Butcher). */
export function easterOf(year: number): Span {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return around(isoDate(year, month, ((h + l - 7 * m + 114) % 31) + 1), 0, 0)
}
