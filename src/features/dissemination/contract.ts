import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'

const uuid = z.guid()
const day = z.string().refine(isIsoDate, 'field.date')

/** What is read: the programme, an agreed plan, or a file of the own body. */
export const SUBJECT_KINDS = ['programme', 'plan', 'file'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export const sendInput = z.strictObject({
  disseminationId: uuid,
  subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: uuid }),
  /** Empty means every unit of the own body, and those who are in none. */
  unitIds: z.array(uuid).max(100),
  note: z
    .string()
    .max(2000, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
  dueOn: day,
})
export const disseminationInput = z.strictObject({ disseminationId: uuid })
export const moveInput = z.strictObject({ disseminationId: uuid, version: z.int().min(1) })
export const takeBackSheetsInput = z.strictObject({ disseminationId: uuid, unitId: uuid })
/** `version` is null where the unit records for the first time. */
export const sheetsInput = z.strictObject({
  disseminationId: uuid,
  unitId: uuid,
  version: z.int().min(1).nullable(),
  received: z.int().min(0).max(100_000),
  receivedOn: day,
})
