import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import { clausePath, dutyFields } from '../contract.ts'

const uuid = z.guid()
const version = z.int().min(1)
const day = z.string().refine(isIsoDate, 'field.date')
export const digestText = z.string().regex(/^[0-9a-f]{64}$/)
const written = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'field.empty'))

/** A commitment that follows from the new text of a clause; `text` is a part of it. */
const duty = dutyFields.extend({
  text: written(20_000),
  deadline: z.string().trim().max(500).nullable(),
  product: z.string().trim().max(500).nullable(),
})
export type AmendedDuty = z.output<typeof duty>

const duties = z.array(duty).max(40)
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), path: clausePath, text: written(20_000), duties }),
  /** Under `parent` (null: at the top), after the sibling `after` (null: first). The label is printed as it stands: "1a.", "-". */
  z.strictObject({
    kind: z.literal('add'),
    parent: clausePath.nullable(),
    after: clausePath.nullable(),
    label: z.string().trim().min(1, 'field.empty').max(20),
    text: written(20_000),
    duties,
  }),
  z.strictObject({ kind: z.literal('repeal'), path: clausePath }),
])
/** A change as a person writes it. */
export type ChangeInput = z.output<typeof change>

export const contentFields = {
  effectiveOn: day,
  reason: written(2000),
  changes: z.array(change).min(1, 'field.empty').max(200),
}
export type ContentInput = { effectiveOn: IsoDate; reason: string; changes: ChangeInput[] }

/** A change as it is kept: `path` is told for what is added too, `before` is the text that it rests on. */
export type Change =
  | { kind: 'replace'; path: string; before: string; text: string; duties: AmendedDuty[] }
  | { kind: 'add'; path: string; parent: string | null; after: string | null; label: string; text: string; duties: AmendedDuty[] }
  | { kind: 'repeal'; path: string; before: string }
export type Content = { effectiveOn: IsoDate; reason: string; changes: Change[] }

export const AMENDMENT_STATES = ['own', 'shared', 'countered', 'returned', 'withdrawn', 'agreed', 'signed'] as const
export type AmendmentState = (typeof AMENDMENT_STATES)[number]

/** `counters` is the shared amendment in whose place this one is proposed. */
export const draftInput = z.strictObject({
  amendmentId: uuid,
  programmeId: uuid,
  counters: uuid.nullable(),
  ...contentFields,
})
export const changeInput = z.strictObject({ amendmentId: uuid, version, ...contentFields })
export const stepInput = z.strictObject({ amendmentId: uuid, version })
/** `digest` says which content the leader has seen. */
export const agreeInput = z.strictObject({ amendmentId: uuid, version, digest: digestText })
export const returnInput = z.strictObject({ amendmentId: uuid, version, reason: written(1000) })
export const signingInput = z.strictObject({
  amendmentId: uuid,
  version,
  /** The signed paper's number with its symbol: "09/CTrPH-MTTQ-SDTTG". */
  number: z.string().trim().min(1, 'field.empty').max(100),
  signedOn: day,
  fileId: uuid,
})
