import { z } from 'zod'
import { day, uuid } from '../../kernel/fields.ts'
import { BODY_KINDS, BODY_LEVELS, printedFields, shortText } from '../agencies/index.ts'
import { REORGANISATION_KINDS } from './contract.ts'

/** A body that ends the day before the event, and the one that takes over what it holds. */
const ending = z.strictObject({
  bodyId: uuid,
  heirId: uuid,
  /** Which unit of the heir goes on with the work of which unit; what is left out goes to the leaders. */
  units: z
    .array(z.strictObject({ unitId: uuid, heirId: uuid }))
    .max(100)
    .default([]),
})
const renaming = z.strictObject({ nameId: uuid, bodyId: uuid, ...printedFields })
/** A body that goes on under another superior, of another kind or at another level. */
const moving = z.strictObject({
  bodyId: uuid,
  parentBody: uuid.nullable(),
  kind: z.enum(BODY_KINDS),
  level: z.enum(BODY_LEVELS).nullable(),
})

export const contentFields = z.strictObject({
  endings: z.array(ending).max(200).default([]),
  renamings: z.array(renaming).max(50).default([]),
  movings: z.array(moving).max(200).default([]),
})
export type Content = z.output<typeof contentFields>

export const draftInput = z.strictObject({
  reorganisationId: uuid,
  kind: z.enum(REORGANISATION_KINDS),
  decision: z.strictObject({ number: shortText, date: day, issuer: shortText }),
  /** The first day on which it holds. */
  effectiveOn: day,
  content: contentFields,
})

/** Every body that ends, takes over or changes. */
export const concernedBy = ({ endings, renamings, movings }: Content): string[] => [
  ...new Set([
    ...endings.flatMap(one => [one.bodyId, one.heirId]),
    ...renamings.map(one => one.bodyId),
    ...movings.flatMap(one => [one.bodyId, ...(one.parentBody ? [one.parentBody] : [])]),
  ]),
]
