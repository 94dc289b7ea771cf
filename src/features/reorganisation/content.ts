import { z } from 'zod'
import { day, uuid } from '../../kernel/fields.ts'
import { BODY_KINDS, BODY_LEVELS, printedFields, shortText } from '../agencies/index.ts'
import type { Passing } from '../programmes/index.ts'
import { HELD_KINDS, REORGANISATION_KINDS } from './contract.ts'

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

/** What the text of a programme gives to a name with no body of its own, "Phòng Dân tộc các huyện": to a body, or to many in words. */
const passing = z.union([
  z.strictObject({ programmeId: uuid, name: shortText, heirId: uuid, heirWords: z.null() }),
  z.strictObject({ programmeId: uuid, name: shortText, heirId: z.null(), heirWords: shortText }),
])

/** Of a body that several take over: who takes a kind of what it holds, or one piece of it. */
const share = z.strictObject({ bodyId: uuid, kind: z.enum(HELD_KINDS), pieceId: uuid.nullable(), heirId: uuid })
export type Share = z.output<typeof share>

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
  /** Kept beside the content, for the parties of each programme and the heir alone. */
  passings: z.array(passing).max(100).default([]),
  /** Kept beside the content, for the body that ends and its heirs alone. */
  shares: z.array(share).max(5000).default([]),
})

/** Who takes over a body, the one first that the content names. */
export const heirsIn = ({ bodyId, heirId }: Content['endings'][number], shares: readonly Share[]): string[] => [
  ...new Set([heirId, ...shares.flatMap(one => (one.bodyId === bodyId ? [one.heirId] : []))]),
]

/** Every body that ends, takes over or changes; of duties passed on, the heirs and the parties whose text gives them. */
export const concernedBy = (
  { endings, renamings, movings }: Content,
  passings: readonly Passing[],
  parties: ReadonlyMap<string, readonly string[]>,
  shares: readonly Share[] = [],
): string[] => [
  ...new Set([
    ...endings.flatMap(one => [one.bodyId, ...heirsIn(one, shares)]),
    ...renamings.map(one => one.bodyId),
    ...movings.flatMap(one => [one.bodyId, ...(one.parentBody ? [one.parentBody] : [])]),
    ...passings.flatMap(one => [...(one.heirId ? [one.heirId] : []), ...(parties.get(one.programmeId) ?? [])]),
  ]),
]
