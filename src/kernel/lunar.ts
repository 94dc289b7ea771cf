import { type IsoDate, isoDate } from './dates.ts'

/**
 * The Vietnamese lunar calendar, reckoned at UTC+7 (so Tết can fall a day, once a month, apart from the Chinese one).
 * After the method of Hồ Ngọc Đức: new moons by J. Meeus' series, the eleventh month holds the winter solstice,
 * and a year of thirteen moons repeats the first month without a principal term of the sun.
 */
export type LunarDate = { year: number; month: number; day: number; leap: boolean }

const ZONE = 7
const MONTH_DAYS = 29.530588853
/** Julian day of the new moon of 1 January 1900, counted as number 0. */
const EPOCH = 2415021.076998695
const RADIANS = Math.PI / 180

const julianDay = (date: IsoDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 2_440_588
const calendarDay = (julian: number): IsoDate => new Date((julian - 2_440_588) * 86_400_000).toISOString().slice(0, 10)

const sin = (degrees: number): number => Math.sin(degrees * RADIANS)

/** Julian day in Vietnam on which new moon number `k` falls. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const [t2, t3] = [t * t, t * t * t]
  const mean =
    2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
  const shift =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun)
  const dynamical = -0.000278 + 0.000265 * t + 0.000262 * t2
  return Math.floor(mean + shift - dynamical + 0.5 + ZONE / 24)
}

/** Twelfth of the ecliptic (0–11, from the spring equinox) in which the sun stands as a day begins in Vietnam. */
function sunSector(julian: number): number {
  const t = (julian - 2451545.5 - ZONE / 24) / 36525
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * RADIANS
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly)
  const longitude = (mean + centre) % 360
  return Math.floor((longitude < 0 ? longitude + 360 : longitude) / 30)
}

/** Number of the new moon that opens the eleventh lunar month, near the end of a solar year. */
function eleventhMoon(year: number): number {
  const k = Math.floor((julianDay(isoDate(year, 12, 31)) - EPOCH) / MONTH_DAYS)
  return sunSector(newMoon(k)) >= 9 ? k - 1 : k
}

/** Which moon after the eleventh is the leap one; null in a year of twelve. */
function leapOffset(eleventh: number): number | null {
  for (let offset = 1; offset < 14; offset++)
    if (sunSector(newMoon(eleventh + offset)) === sunSector(newMoon(eleventh + offset + 1))) return offset
  return null
}

type Month = { number: number; leap: boolean; year: number; begins: number; days: number }

/** A year's moons never change, and every list of deadlines asks for the same few years. */
const reckoned = new Map<number, readonly Month[]>()
const MOST_YEARS = 500

/** The months from the eleventh of the lunar year before `year` up to the tenth of `year`. */
function monthsInto(year: number): readonly Month[] {
  const known = reckoned.get(year)
  if (known) return known
  if (reckoned.size >= MOST_YEARS) reckoned.clear()
  const months = reckonMonths(year)
  reckoned.set(year, months)
  return months
}

function reckonMonths(year: number): Month[] {
  const first = eleventhMoon(year - 1)
  const count = eleventhMoon(year) - first
  const leapAt = count === 13 ? leapOffset(first) : null
  return Array.from({ length: count }, (_, index) => {
    const passed = leapAt !== null && index >= leapAt ? index - 1 : index
    const number = ((passed + 10) % 12) + 1
    const begins = newMoon(first + index)
    const days = newMoon(first + index + 1) - begins
    return { number, leap: index === leapAt, year: passed < 2 ? year - 1 : year, begins, days }
  })
}

const monthsOf = (year: number): Month[] => [...monthsInto(year), ...monthsInto(year + 1)].filter(month => month.year === year)

/** The day in the solar calendar; null where that lunar year has no such month, or the month no such day. */
export function fromLunar({ year, month, day, leap }: LunarDate): IsoDate | null {
  const found = monthsOf(year).find(candidate => candidate.number === month && candidate.leap === leap)
  return found && day >= 1 && day <= found.days ? calendarDay(found.begins + day - 1) : null
}

/** The lunar date of a solar day. */
export function toLunar(date: IsoDate): LunarDate {
  const julian = julianDay(date)
  const year = Number(date.slice(0, 4))
  const months = [...monthsInto(year), ...monthsInto(year + 1)]
  const month = months.findLast(candidate => candidate.begins <= julian)!
  return { year: month.year, month: month.number, day: julian - month.begins + 1, leap: month.leap }
}

/** Mồng một Tết of a lunar year, which falls in the solar year of the same number. */
export const lunarNewYear = (year: number): IsoDate => fromLunar({ year, month: 1, day: 1, leap: false })!

/** The leap month of a lunar year, null where it has none. */
export const leapMonthOf = (year: number): number | null => monthsOf(year).find(month => month.leap)?.number ?? null
