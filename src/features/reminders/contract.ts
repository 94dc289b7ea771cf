import { z } from 'zod'
import type { IsoDate } from '../../kernel/dates.ts'

export const uuid = z.guid()

/** The clock in Vietnam: "07:30". */
export const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.clock')
export type Clock = string

const DAYS_BEFORE_MOST = 30

/** How one person is reminded. With neither channel nothing is told. `quiet` may run over midnight. */
export const settingsFields = {
  byMail: z.boolean(),
  inApplication: z.boolean(),
  address: z.email('field.mail-address').max(254).nullable(),
  daysBefore: z
    .array(z.int().min(1).max(DAYS_BEFORE_MOST))
    .max(5)
    .transform(days => [...new Set(days)].toSorted((a, b) => b - a)),
  onDay: z.boolean(),
  /** Every seven days from the day it was due. */
  afterDue: z.boolean(),
  quiet: z.strictObject({ from: clockText, to: clockText }).nullable(),
  digestAt: clockText,
}
export type Settings = z.output<z.ZodObject<typeof settingsFields>>

/** `version` is null where the person has not chosen before. */
export const changeSettingsInput = z.strictObject({ version: z.int().nullable(), ...settingsFields })

export const ESCALATION_DAYS = 5
export const changeEscalationInput = z.strictObject({
  version: z.int().nullable(),
  days: z.int().min(1, 'field.escalation-days').max(60, 'field.escalation-days'),
})

/** 'before-7', 'on-day', 'after-14', 'escalation': what is told of one thing on its way. */
export type Stage = string

/** One thing to tell one person. `key` is "<kind>:<id>:<dueOn>:<stage>". */
export type Notice = { key: string; stage: Stage; title: string; context: string; address: string; dueOn: IsoDate }

export const noticeInput = z.strictObject({
  key: z.string().min(1),
  stage: z.string().min(1),
  title: z.string(),
  context: z.string(),
  address: z.string(),
  dueOn: z.iso.date(),
})
