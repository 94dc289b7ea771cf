import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'
import type { Permission, Role } from '../../kernel/permissions.ts'
import { BODY_KINDS, BODY_LEVELS, printedFields, shortText, uuid } from '../agencies/contract.ts'

/** Sáp nhập, chia tách, đổi tên, chuyển cơ quan cấp trên, đổi loại hình, kết thúc một cấp. */
export const REORGANISATION_KINDS = ['merge', 'split', 'rename', 'move', 'change-kind', 'abolish-level'] as const
export type ReorganisationKind = (typeof REORGANISATION_KINDS)[number]
export type ReorganisationState = 'draft' | 'agreed' | 'applied' | 'withdrawn'

const isoDate = z.string().refine(isIsoDate, 'field.date')

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
  decision: z.strictObject({ number: shortText, date: isoDate, issuer: shortText }),
  /** The first day on which it holds. */
  effectiveOn: isoDate,
  content: contentFields,
})

const answering: readonly Role[] = ['administrator', 'leader']
/** Drafted by the administrator of a body concerned, agreed by whoever answers for one. */
export const DRAFT: Permission = { roles: ['administrator'], reach: 'own' }
export const AGREE: Permission = { roles: answering, reach: 'own' }

/** Every body that ends, takes over or changes. */
export const concernedBy = ({ endings, renamings, movings }: Content): string[] => [
  ...new Set([
    ...endings.flatMap(one => [one.bodyId, one.heirId]),
    ...renamings.map(one => one.bodyId),
    ...movings.flatMap(one => [one.bodyId, ...(one.parentBody ? [one.parentBody] : [])]),
  ]),
]
