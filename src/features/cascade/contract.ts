import { z } from 'zod'
import { filledLine, lines, uuid, version } from '../../kernel/fields.ts'

export const PARENT_LEVELS = ['central', 'province'] as const
export const HOWS = ['as-is', 'adapted', 'left-out'] as const
export type How = (typeof HOWS)[number]

/** The text of the upper programme, as it was signed; its clauses are read from it. */
export const addParentInput = z.strictObject({
  upperId: uuid,
  programmeId: uuid,
  level: z.enum(PARENT_LEVELS),
  title: filledLine(500),
  number: filledLine(100).optional(),
  issuer: filledLine(300),
  text: lines(400_000).pipe(z.string().min(1, 'field.empty')),
})
export const parentInput = z.strictObject({ upperId: uuid, version })

/** A clause of the parent and one of ours that carries it out; without one it is left out, with a reason. `how` null takes it back. */
const link = z.strictObject({
  linkId: uuid,
  version: z.int().min(0),
  parentPath: z.string().min(1).max(300),
  childPath: z.string().min(1).max(300).nullable(),
  how: z.enum(HOWS).nullable(),
  reason: filledLine(1000).optional(),
})
export type LinkInput = z.output<typeof link>
export const linkInput = z.strictObject({ upperId: uuid, links: z.array(link).min(1).max(500) })
export const mappingInput = z.strictObject({ programmeId: uuid })

export type ParentClause = { path: string; label: string; heading: boolean; text: string }
