import { z } from 'zod'
import { isIsoDate } from '../../../kernel/dates.ts'

const uuid = z.guid()
const version = z.int().min(1)
const day = z.string().refine(isIsoDate, 'field.date')
const line = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
const filled = (max: number) => line(max).pipe(z.string().min(1, 'field.empty'))
const written = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())

export const REQUEST_STATES = ['draft', 'proposed', 'returned', 'agreed', 'sent', 'urged', 'answered'] as const
export type RequestState = (typeof REQUEST_STATES)[number]
/** Granted wholly, partly, refused; 'none' where no answer is to be waited for any more. */
export const ANSWERS = ['whole', 'partly', 'refused', 'none'] as const
export type Answer = (typeof ANSWERS)[number]

/** `toBody` is the addressee where it is a body of this site; `signedWith` are the other parties in whose name it goes out as well. */
const request = {
  toName: filled(300),
  toBody: uuid.nullable(),
  content: written(5000).pipe(z.string().min(1, 'field.empty')),
  clausePath: z.string().min(1).max(300).nullable(),
  signedWith: z.array(uuid).max(3),
}
export type RequestFields = z.output<z.ZodObject<typeof request>>
export const draftRequestInput = z.strictObject({ requestId: uuid, programmeId: uuid, ...request })
export const changeRequestInput = z.strictObject({ requestId: uuid, version, ...request })
export const moveRequestInput = z.strictObject({ requestId: uuid, version })
/** `digest` says which words the leader has seen. */
export const agreeRequestInput = z.strictObject({ requestId: uuid, version, digest: z.string().regex(/^[0-9a-f]{64}$/) })
export const returnRequestInput = z.strictObject({ requestId: uuid, version, reason: filled(1000) })
/** The letter as it left: number, day, until when an answer is awaited, and its file where there is one. */
export const sendRequestInput = z.strictObject({
  requestId: uuid,
  version,
  number: filled(100),
  sentOn: day,
  dueOn: day.nullable(),
  fileId: uuid.nullable(),
})
export const urgeRequestInput = z.strictObject({ requestId: uuid, version, urgedOn: day, dueOn: day.nullable() })
export const answerRequestInput = z.strictObject({
  requestId: uuid,
  version,
  answer: z.enum(ANSWERS),
  number: line(100),
  answeredOn: day,
  fileId: uuid.nullable(),
  summary: written(2000),
})
export const requestsInput = z.strictObject({ programmeId: uuid.optional(), clausePath: z.string().max(300).optional() })
export const requestInput = z.strictObject({ requestId: uuid })
export const startsInput = z.strictObject({ programmeId: uuid })
