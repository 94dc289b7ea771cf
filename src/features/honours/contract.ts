import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'

/** Whose chairman decides on a recognition. */
export const DECIDERS = ['province', 'district', 'commune'] as const
export type Decider = (typeof DECIDERS)[number]

/** The grounds of removal by their letters alone (QĐ 12/2018/QĐ-TTg, Điều 6.3). */
export const LETTERS = ['a', 'b', 'c', 'd', 'đ'] as const

/** What a visit or benefit is for; two of one nature within a year are shown before a third hand gives. */
export const NATURES = ['festival', 'sickness', 'hardship', 'condolence', 'delegation'] as const
export type Nature = (typeof NATURES)[number]

/** What is done for all of them together, as the yearly report counts it. */
export const GATHERINGS = [
  'information',
  'class',
  'journey-near',
  'journey-province',
  'journey-far',
  'meeting',
  'newspaper',
  'other',
] as const
export type Gathering = (typeof GATHERINGS)[number]

export const uuid = z.guid()
export const version = z.int().min(1)
export const day = z.string().refine(isIsoDate, 'field.date')

export const line = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))
/** Whole đồng. */
const money = z.int().min(0, 'field.negative').max(1_000_000_000_000)
export const name = line(100)

export const MOST_ROWS = 1000
/** A decision with those whom it recognises, each by village; one row is the smallest list. */
export const loadInput = z.strictObject({
  listId: uuid,
  number: line(60),
  date: day,
  decidedBy: z.enum(DECIDERS),
  issuer: line(200),
  year: z.int().min(2011).max(2100),
  rows: z
    // `another`: not who was recognised in the village before.
    .array(z.strictObject({ recognitionId: uuid, villageId: uuid, name, another: z.literal(true).optional() }))
    .min(1, 'field.empty')
    .max(MOST_ROWS),
})
export type LoadRow = z.output<typeof loadInput>['rows'][number]

export const changeNameInput = z.strictObject({ recognitionId: uuid, version, name })
export const removeInput = z.strictObject({
  recognitionId: uuid,
  version,
  number: line(60),
  date: day,
  letter: z.enum(LETTERS),
})
export const recognitionAt = z.strictObject({ recognitionId: uuid, version })
export const recognitionIdInput = z.strictObject({ recognitionId: uuid })
export const consultationInput = z.strictObject({
  consultationId: uuid,
  listId: uuid,
  consulted: line(200),
  paperNumber: line(60),
  paperDate: day,
})

/** `seen`: how many of the same nature the person was shown before giving. */
export const giveInput = z.strictObject({
  benefitId: uuid,
  recognitionId: uuid,
  nature: z.enum(NATURES),
  givenOn: day,
  amount: money,
  seen: z.int().min(0),
  reason: line(300).optional(),
  programmeId: uuid.optional(),
})
export const benefitAt = z.strictObject({ benefitId: uuid, version })

export const gatheringInput = z.strictObject({
  gatheringId: uuid,
  kind: z.enum(GATHERINGS),
  heldOn: day,
  sessions: z.int().min(1, 'field.negative').max(10_000),
  turns: z.int().min(0, 'field.negative').max(1_000_000),
  amount: money.nullable(),
  programmeId: uuid.optional(),
})
export const gatheringAt = z.strictObject({ gatheringId: uuid, version })
