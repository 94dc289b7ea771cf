import type { IsoDate } from '../../kernel/dates.ts'
import { dueOn, type WorkCalendar } from '../../kernel/working-days.ts'
import type { ClockLevel, Level, Origin, Term } from './contract.ts'

/** A dated row: within how many days whoever holds a matter acts on it. Null of origin is every origin. */
export type Clock = {
  id: string | null
  origin: Origin | null
  level: ClockLevel
  days: number
  unit: 'working' | 'calendar'
  basis: string
  /** First and last day; null where it is not bounded. */
  validFrom: IsoDate | null
  validTo: IsoDate | null
}

/** The terms that the law sets. A province adds its own rows, which then go before. */
export const LAW_CLOCKS: readonly Clock[] = [
  {
    id: null,
    origin: 'direct',
    level: 'own',
    days: 10,
    unit: 'working',
    basis: 'Luật Tiếp công dân 42/2013/QH13, Điều 28',
    validFrom: '2014-07-01',
    validTo: null,
  },
  {
    id: null,
    origin: 'voters',
    level: 'any',
    days: 60,
    unit: 'calendar',
    basis: 'Quyết định 33/2017/QĐ-TTg, sửa đổi bởi Quyết định 30/2020/QĐ-TTg',
    validFrom: null,
    validTo: null,
  },
  {
    id: null,
    origin: 'supervision',
    level: 'commune',
    days: 15,
    unit: 'calendar',
    basis: 'Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 45',
    validFrom: '2023-07-01',
    validTo: null,
  },
]

const holdsOn = ({ validFrom, validTo }: Clock, day: IsoDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/** The clock that holds on a day: the province's before the law's, one for the very origin and level before a general one. */
export function clockFor(wanted: { origin: Origin; level: 'own' | Level; day: IsoDate }, clocks: readonly Clock[]): Clock | null {
  const fits = (clock: Clock) =>
    holdsOn(clock, wanted.day) &&
    (clock.origin === null || clock.origin === wanted.origin) &&
    (clock.level === wanted.level || (clock.level === 'any' && wanted.level !== 'own'))
  const weight = (clock: Clock) => (clock.id ? 4 : 0) + (clock.origin === null ? 0 : 2) + (clock.level === wanted.level ? 1 : 0)
  return clocks.filter(fits).toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}

/** Last day of a clock that starts on a day, with what it rests on. A last day that is off moves on (Bộ luật Dân sự, Điều 148). */
export const termOf = ({ days, unit, basis }: Clock, start: IsoDate, calendar: WorkCalendar): Term => ({
  on: dueOn(start, { days, unit, endsOnWorkingDay: true }, calendar),
  basis,
})

/** Working days that a body gives itself where no clock holds for its own step; officers may say another day. */
export const OWN_DAYS = { received: 5, forwarded: 15, urged: 10, answered: 15, 'not-settled': 5 } as const
export const OWN_BASIS = 'Hạn do cơ quan tự đặt'
