import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'
import { breakdownRow } from './breakdown.ts'
import { details } from './details.ts'
import { type ActivityKind, KIND_OF_TOPIC, KIND_OF_WORDS } from './kinds.ts'

export { ACTIVITY_KINDS, type ActivityKind, KINDS } from './kinds.ts'

/** The kind that a commitment proposes: the first of its topics that has one decides, else the words it is put in. */
export const proposedKind = (topics: readonly string[], text = ''): ActivityKind =>
  topics.map(topic => KIND_OF_TOPIC[topic]).find(kind => kind !== undefined) ??
  KIND_OF_WORDS.find(([words]) => words.test(text))?.[1] ??
  'other'

export const uuid = z.guid()
export const isoDate = z.string().refine(isIsoDate, 'field.date')

export const plainText = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))

const measured = z.strictObject({ value: z.number().min(0, 'field.negative').max(1e12), unit: plainText(60) })

/** What officers write of an activity. Shared by the form and the server. */
export const activityFields = {
  itemIds: z.array(uuid).min(1, 'field.items').max(20),
  /** The key of a kind on the list of the programme. */
  kind: z.string().max(40),
  title: plainText(500),
  heldOn: isoDate,
  heldTo: isoDate.optional(),
  place: plainText(300),
  count: measured.optional(),
  reach: measured.optional(),
  /** Whole đồng. */
  money: z.int().min(0, 'field.negative').max(1e14).optional(),
  /** What the kind asks beside: by the key of its field. */
  details,
  /** Communes and villages. */
  placeIds: z.array(uuid).max(150).default([]),
  breakdown: z.array(breakdownRow).max(80).default([]),
  note: z
    .string()
    .max(4000, 'field.too-long')
    .transform(text => text.normalize('NFC').trim())
    .default(''),
}
/** A row of a table of activities, without a split. */
export const bulkRow = z.strictObject({ line: z.int().min(1), ...activityFields })
export type BulkRow = z.output<typeof bulkRow>
export const MOST_ROWS = 500

export type ActivityFields = z.output<z.ZodObject<typeof activityFields>>
