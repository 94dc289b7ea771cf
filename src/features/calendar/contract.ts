import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../kernel/dates.ts'

export const uuid = z.guid()
/** The lunar calendar is tried for these years. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2100
export const yearNumber = z.int().min(FIRST_YEAR, 'field.calendar-year').max(LAST_YEAR, 'field.year')
export const dayText = z
  .string()
  .refine(isIsoDate, 'field.date')
  .refine(date => date >= `${FIRST_YEAR}-01-01` && date <= `${LAST_YEAR}-12-31`, 'field.calendar-year')

/** A line that a person writes: trimmed, NFC, not empty. */
const line = z
  .string()
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'field.empty').max(300, 'field.too-long'))

/** 'holiday' and 'swapped-off' are off; 'swapped-work' is worked, be it a Saturday or a day that the law's proposal has off. */
export const DAY_KINDS = ['holiday', 'swapped-off', 'swapped-work'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** `version` is null where the day has not been decided before. `decidedBy` cites the notice. */
export const setDayInput = z.strictObject({
  dayId: uuid,
  version: z.int().nullable(),
  date: dayText,
  kind: z.enum(DAY_KINDS),
  name: line,
  decidedBy: line,
})

/** `source` cites the announcement that names the days. */
export const confirmFeastInput = z.strictObject({
  confirmationId: uuid,
  version: z.int().nullable(),
  year: yearNumber,
  key: z.string().max(40),
  from: dayText,
  to: dayText,
  source: line,
})

/** 32 random bytes in base64url, made by who renews; the server keeps only their hash. */
export const feedSecret = z.string().regex(/^[\w-]{43}$/)

export const renewFeedInput = z.strictObject({
  feedId: uuid,
  version: z.int().nullable(),
  programmeId: uuid.nullable(),
  secret: feedSecret,
})

/** A day as the year's list has it; `decided` is null where the law proposes it. */
export type CalendarDay = {
  date: IsoDate
  kind: DayKind
  name: string
  decided: { id: string; version: number; by: string } | null
}

/** A feast with its days, both ends counted. `estimate` until a person has confirmed a movable one for its year. */
export type Feast = { key: string; name: string; from: IsoDate; to: IsoDate; estimate: boolean }
export type Confirmation = { id: string; version: number; key: string; from: IsoDate; to: IsoDate; source: string; body: string }
/** `movable` ones are confirmed yearly. */
export type YearFeast = Feast & {
  movable: boolean
  confirmed: { id: string; version: number; source: string; body: string } | null
}
