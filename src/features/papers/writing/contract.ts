import { z } from 'zod'
import { day, filledLine, uuid, version } from '../../../kernel/fields.ts'
import { isTime } from '../../../kernel/time-text.ts'

/** A paper that is written here, entry by entry, in place of being set from a record: what its form asks for. */
const several = (max: number, length: number) => z.array(filledLine(length)).max(max, 'field.too-long')
const some = (max: number, length: number) => several(max, length).min(1, 'field.empty')

/** Who issues it, the lead first, and who signs for each. */
const side = z.strictObject({ bodyId: uuid, name: filledLine(200), post: filledLine(200) })
const sides = z.array(side).min(1).max(4)
export type WrittenSide = z.output<typeof side>

/** What a letter may correct; wrong content is put right by a paper of the same type (NĐ 30/2020/NĐ-CP, Điều 18, khoản 3). */
export const SLIPS = ['form', 'technique', 'procedure'] as const
export type Slip = (typeof SLIPS)[number]
const error = z.strictObject({ where: filledLine(200), wrong: filledLine(1000), right: filledLine(1000) })
export type WrittenError = z.output<typeof error>

/** Công văn đính chính: of a paper that was issued, in the name of all who issued it. */
const correction = z.strictObject({
  form: z.literal('correction'),
  amends: uuid,
  slips: z.array(z.enum(SLIPS)).min(1, 'field.empty'),
  errors: z.array(error).min(1, 'field.empty').max(30),
  addressees: some(30, 300),
  sides,
})

/** A paper of its own, or a letter. */
export const INVITES_AS = ['GM', 'CV'] as const
/** Giấy mời, công văn mời họp: to what, when, where, whom. */
const invitation = z.strictObject({
  form: z.literal('invitation'),
  as: z.enum(INVITES_AS),
  programmeId: uuid,
  /** The report that the conference is about. */
  reviewId: uuid.nullable(),
  event: filledLine(300),
  on: day,
  at: z.string().refine(isTime, 'field.time'),
  place: filledLine(300),
  chair: filledLine(300),
  agenda: several(20, 500),
  guests: some(60, 300),
  notes: several(10, 500),
  sides,
})

export const AGREES_AS = ['BGN', 'BTT', 'BB'] as const
/** Bản ghi nhớ, bản thỏa thuận, biên bản: what the sides agree on, signed by all of them. */
const agreement = z.strictObject({
  form: z.literal('agreement'),
  as: z.enum(AGREES_AS),
  programmeId: uuid,
  /** "Về việc phối hợp giám sát …" */
  title: filledLine(300),
  /** An entry a point; one that begins with "-" stands under the point before it. */
  points: some(60, 4000),
  ending: several(10, 1000),
  sides: sides.min(2, 'field.sides'),
})

const written = z.discriminatedUnion('form', [correction, invitation, agreement])
export type Written = z.output<typeof written>
export type Correction = z.output<typeof correction>
export type Invitation = z.output<typeof invitation>
export type Agreement = z.output<typeof agreement>

export const writeInput = z.strictObject({ paperId: uuid, written })
export const rewriteInput = z.strictObject({ paperId: uuid, version, written })

/** What a paper is to be written about: an issued paper, a report, or a programme. */
const asked = { paperId: uuid.optional(), reviewId: uuid.optional(), programmeId: uuid.optional() }
const isOne = (about: z.output<z.ZodObject<typeof asked>>) => Object.values(about).filter(id => id !== undefined).length === 1
export const groundInput = z.strictObject(asked).refine(isOne, 'bad-input')
