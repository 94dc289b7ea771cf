import { z } from 'zod'
import { day, filledLine, uuid, version, year } from '../../../kernel/fields.ts'

/** What a unit may make of a clause: nothing, other words, other words or nothing at all. */
export const BOUNDS = ['fixed', 'words', 'optional'] as const
const key = z.string().min(1).max(300)
const clause = z.strictObject({
  key,
  text: filledLine(20_000),
  bound: z.enum(BOUNDS),
  /** The least number that a unit promises a year, in `unit`. */
  least: z.number().min(0).max(1e9).nullable(),
  unit: filledLine(50),
})
export type TemplateClause = z.output<typeof clause>
/** A clause as a unit adopts it; without words it is left out. */
const adopted = z.strictObject({ key, text: filledLine(20_000).nullable(), promised: z.number().min(0).max(1e9).nullable() })
export type Adopted = z.output<typeof adopted>

const written = { title: filledLine(500), dueOn: day, clauses: z.array(clause).min(1, 'field.empty').max(200) }
/** `version` 0 begins one. */
export const writeInput = z.strictObject({ templateId: uuid, programmeId: uuid, version: z.int().min(0), ...written })
export const sendInput = z.strictObject({ templateId: uuid, version, bodyIds: z.array(uuid).min(1, 'field.empty').max(500) })
/** `version` is that of the adaptation, 0 where nothing has been saved. */
export const adaptInput = z.strictObject({ copyId: uuid, version: z.int().min(0), lines: z.array(adopted).max(200) })
export const signInput = z.strictObject({ copyId: uuid, version, number: filledLine(100), signedOn: day })
export const askInput = z.strictObject({
  askId: uuid,
  templateId: uuid,
  year,
  half: z.union([z.literal(1), z.literal(2)]),
  dueOn: day,
})
export const answerInput = z.strictObject({
  answerId: uuid,
  askId: uuid,
  version: z.int().min(0),
  figures: z.array(z.strictObject({ key, value: z.number().min(0, 'field.negative').max(1e9) })).max(200),
})
export const returnInput = z.strictObject({ answerId: uuid, version, reason: filledLine(1000) })
export const lockInput = z.strictObject({ askId: uuid, version })
export const unlockInput = z.strictObject({ askId: uuid, version, reason: filledLine(1000) })
export const templateInput = z.strictObject({ templateId: uuid })
export const copyInput = z.strictObject({ copyId: uuid })

export type AnswerState = 'sent' | 'returned' | 'locked'
export const CELLS = ['not-sent', 'sent', 'adapting', 'signed', 'carrying-out', 'silent', 'left-out'] as const
export type Cell = (typeof CELLS)[number]
