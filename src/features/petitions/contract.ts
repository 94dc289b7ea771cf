import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../kernel/dates.ts'

/** Where a petition came from. */
export const ORIGINS = ['voters', 'village', 'supervision', 'direct', 'sent-on'] as const
export type Origin = (typeof ORIGINS)[number]

export const PETITION_STATES = [
  'received',
  'returned',
  'routed-out',
  'forwarded',
  'acknowledged',
  'urged',
  'answered',
  'not-settled',
  'settled',
] as const
export type PetitionState = (typeof PETITION_STATES)[number]

export const STEP_KINDS = ['return', 'route-out', 'forward', 'acknowledge', 'urge', 'answer', 'check'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** The level of the body that a matter is forwarded to. */
export const LEVELS = ['commune', 'province', 'central'] as const
export type Level = (typeof LEVELS)[number]
/** Whose term a clock is: the receiving body's own first step, any addressee's, or one level's. */
export const CLOCK_LEVELS = ['own', 'any', ...LEVELS] as const
export type ClockLevel = (typeof CLOCK_LEVELS)[number]

/** The closed list of subject fields; a province adds its own, whose key is their id. */
export const FIELDS = {
  land: 'Đất đai',
  roads: 'Giao thông, đường sá',
  water: 'Nước sạch, thủy lợi',
  power: 'Điện',
  housing: 'Nhà ở, tái định cư',
  livelihood: 'Sản xuất, sinh kế, vay vốn',
  'target-programme': 'Chương trình mục tiêu quốc gia',
  welfare: 'Chính sách xã hội, bảo hiểm',
  health: 'Y tế',
  education: 'Giáo dục, đào tạo nghề',
  environment: 'Môi trường, rác thải',
  culture: 'Văn hóa, thông tin, viễn thông',
  order: 'An ninh, trật tự, an toàn giao thông',
  procedure: 'Thủ tục hành chính, phục vụ người dân',
  other: 'Lĩnh vực khác',
} as const
export type FieldKey = keyof typeof FIELDS

/** What is routed out, and the channels that are competent for it. Nothing of its content is ever entered. */
export const REFERRAL_KINDS = ['complaint', 'denunciation'] as const
export type ReferralKind = (typeof REFERRAL_KINDS)[number]
export const CHANNELS = ['reception', 'committee', 'inspectorate', 'discipline', 'police', 'court'] as const
export type Channel = (typeof CHANNELS)[number]

export const uuid = z.guid()
export const version = z.int().min(1)
export const day = z.string().refine(isIsoDate, 'field.date')

const line = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))
const lines = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())

export const fieldKey = z.union([z.enum(Object.keys(FIELDS) as [FieldKey, ...FieldKey[]]), uuid])
/** A day and what it rests on, where no clock holds. */
const term = z.strictObject({ on: day, basis: line(200) })

/** What officers write of a petition. Shared by the form and the server. */
export const petitionFields = {
  subject: line(200),
  field: fieldKey,
  /** A village or a commune. */
  placeId: uuid,
  text: lines(10_000).pipe(z.string().min(1, 'field.empty')),
  origin: z.enum(ORIGINS),
  /** How many voices said it. */
  voices: z.int().min(1, 'field.voices').max(1_000_000),
  receivedOn: day,
  /** Which clause of which programme it serves. */
  programmeId: uuid.optional(),
  clausePath: z.string().max(300).optional(),
}
export type PetitionFields = z.output<z.ZodObject<typeof petitionFields>>

/** Twelve signs that cannot be mistaken for each other; made by who records. */
export const CODE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const slipCode = z.string().regex(/^[2-9A-HJ-NP-Z]{12}$/)

export const recordInput = z.strictObject({
  petitionId: uuid,
  code: slipCode,
  ...petitionFields,
  term: term.optional(),
  againOf: uuid.optional(),
})
export const changeInput = z.strictObject({ petitionId: uuid, version, ...petitionFields })
export const senderInput = z.strictObject({ petitionId: uuid, version, sender: line(100).nullable() })

const step = { petitionId: uuid, version, stepId: uuid, day }
const paper = { paperNumber: line(60).optional(), paperDate: day.optional() }
const summary = lines(2000)
const said = summary.pipe(z.string().min(1, 'field.empty'))

export const returnInput = z.strictObject({ ...step, summary: said })
export const routeOutInput = z.strictObject({ ...step, kind: z.enum(REFERRAL_KINDS), channel: z.enum(CHANNELS) })
export const forwardInput = z.strictObject({
  ...step,
  addressee: line(200),
  level: z.enum(LEVELS),
  paperNumber: line(60),
  paperDate: day,
  term: term.optional(),
})
export const acknowledgeInput = z.strictObject({ ...step, ...paper })
export const urgeInput = z.strictObject({ ...step, ...paper, term })
export const answerInput = z.strictObject({
  ...step,
  paperNumber: line(60),
  paperDate: day,
  summary: said,
  term: term.optional(),
})
/** What the people there say. `onSpot`: asked where the matter lies; `byUnit`: who went, as a unit. */
export const checkInput = z.strictObject({
  ...step,
  onSpot: z.boolean(),
  settled: z.boolean(),
  byUnit: line(200),
  summary: summary.default(''),
  term: term.optional(),
})
export const takeBackInput = z.strictObject({ petitionId: uuid, version, stepId: uuid })
export const petitionIdInput = z.strictObject({ petitionId: uuid })
export const versionedInput = z.strictObject({ petitionId: uuid, version })
export const assignInput = z.strictObject({ petitionId: uuid, version, handler: uuid })
export const groupInput = z.strictObject({ petitionId: uuid, version, withPetitionId: uuid, groupId: uuid })

export const referralInput = z.strictObject({ referralId: uuid, kind: z.enum(REFERRAL_KINDS), channel: z.enum(CHANNELS), day })
export const addFieldInput = z.strictObject({ fieldId: uuid, name: line(100) })
export const setRouteInput = z.strictObject({
  routeId: uuid,
  field: fieldKey.nullable(),
  placeId: uuid.nullable(),
  level: z.enum(LEVELS),
  addressee: line(200),
  decidedBy: line(200),
  validFrom: day,
})
export const setClockInput = z.strictObject({
  clockId: uuid,
  origin: z.enum(ORIGINS).nullable(),
  level: z.enum(CLOCK_LEVELS),
  days: z.int().min(1).max(400),
  unit: z.enum(['working', 'calendar']),
  basis: line(200),
  validFrom: day,
})

export type Term = { on: IsoDate; basis: string }
