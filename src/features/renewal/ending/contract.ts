import { z } from 'zod'
import { day, filledLine, uuid } from '../../../kernel/fields.ts'

export const LINE_CHOICES = ['same', 'added', 'dropped'] as const
export type LineChoice = (typeof LINE_CHOICES)[number]

/** What becomes of a clause that holds a duty: the same as one of the other programme, added to it, or not gone on with. */
const line = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.literal('same'), path: z.string().min(1).max(300), into: z.string().min(1).max(300) }),
  z.strictObject({ choice: z.literal('added'), path: z.string().min(1).max(300) }),
  z.strictObject({ choice: z.literal('dropped'), path: z.string().min(1).max(300), reason: filledLine(1000) }),
])
export type LineInput = z.output<typeof line>
/** As it is agreed to: with the words of both clauses on the day. */
export type EndingLine = LineInput & { text: string; intoText?: string }

export const endingInput = z.strictObject({
  endingId: uuid,
  programmeId: uuid,
  /** The programme in which it goes on; null where it ends. */
  intoId: uuid.nullable(),
  /** The first day on which it is no more in force. */
  effectiveOn: day,
  reason: filledLine(2000),
  paper: z.strictObject({ number: filledLine(100), date: day, fileId: uuid }),
  lines: z.array(line).max(1000).default([]),
})
export const endingStep = z.strictObject({ endingId: uuid, version: z.int().min(1) })
export type EndingState = 'proposed' | 'agreed' | 'applied' | 'withdrawn'
