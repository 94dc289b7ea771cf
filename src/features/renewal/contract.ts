import { z } from 'zod'
import { filledLine, uuid, year } from '../../kernel/fields.ts'

export const CHOICES = ['keep', 'change', 'drop'] as const
export type Choice = (typeof CHOICES)[number]

/** What a side wants of one clause; `version` as it was seen, 0 where it has decided nothing yet, choice null to take it back. */
const decision = z.strictObject({
  decisionId: uuid,
  path: z.string().min(1).max(300),
  version: z.int().min(0),
  choice: z.enum(CHOICES).nullable(),
  text: filledLine(20_000).optional(),
  reason: filledLine(1000).optional(),
})
export const decideInput = z.strictObject({ programmeId: uuid, decisions: z.array(decision).min(1).max(500) })

/** Programmes to go on from, the one whose parties sign first. */
export const programmeIds = z.array(uuid).min(1).max(4)
export const nextInput = z.strictObject({ programmeId: uuid, beside: z.array(uuid).max(3).optional() })
export const draftNextInput = z.strictObject({ draftId: uuid, programmeIds, from: year, to: year })

export type Decision = { bodyId: string; choice: Choice; text: string | null; reason: string | null }
