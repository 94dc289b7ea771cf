import { z } from 'zod'
import { plainText, uuid } from '../contract.ts'
import { FIELD_TYPES } from '../kinds.ts'

/** Kept by its own side; Đề xuất; Đã thống nhất; Trả lại; Được thay thế; taken back. */
export type OwnKindState = 'own' | 'proposed' | 'agreed' | 'returned' | 'replaced' | 'withdrawn'

const kindField = z.strictObject({
  /** Made by the client; a field that goes on in the next version keeps it. */
  key: uuid,
  label: plainText(100),
  type: z.enum(FIELD_TYPES),
  help: plainText(200).optional(),
  unit: plainText(30).optional(),
  pair: z.tuple([plainText(60), plainText(60)]).optional(),
  choices: z.record(uuid, plainText(100)).optional(),
  sums: z.enum(['highest', 'none']).optional(),
  /** Of a day: the field that is to come by it. */
  dueFor: uuid.optional(),
  answer: z.literal(true).optional(),
})
export type OwnField = z.output<typeof kindField>

/** What a side writes of a kind of work. `required`: 'count', 'reach' or keys of fields with a number. */
export const ownKindFields = {
  name: plainText(120),
  explanation: plainText(300),
  count: plainText(60).nullable(),
  reach: plainText(60).nullable(),
  fields: z.array(kindField).max(20),
  required: z.array(z.string().max(40)).max(22),
}
export type OwnKindFields = z.output<z.ZodObject<typeof ownKindFields>>
/** Why it is wanted: what the other side reads beside it. */
export const kindReason = plainText(500)
export const digestText = z.string().regex(/^[0-9a-f]{64}$/)

/** One version of a kind as a side has written it. `number` once it is agreed, `base` the version it was written from, 0 for a new kind. */
export type OwnKind = OwnKindFields & {
  id: string
  programmeId: string
  key: string
  number: number | null
  base: number
  closing: boolean
  reason: string
  byBody: string
  state: OwnKindState
  answer: string | null
  answeredBy: string | null
  createdAt: Date
  sharedAt: Date | null
  agreedAt: Date | null
  version: number
}
