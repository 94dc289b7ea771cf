import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../kernel/dates.ts'

export const uuid = z.guid()
export const isoDate = z.string().refine(isIsoDate, 'field.date')

/** 'due' and 'occasion' have a day; 'continuous' and 'undated' run the whole year. */
export const TIMINGS = ['due', 'occasion', 'continuous', 'undated'] as const
export type Timing = (typeof TIMINGS)[number]

export const ITEM_STATES = ['not-due', 'to-do', 'going-on', 'done', 'late', 'silent', 'dropped'] as const
/** Words of the states: Chưa đến hạn, Chưa thực hiện, Đang thực hiện, Đã thực hiện, Quá hạn, Chưa có hoạt động, (đưa ra). */
export type ItemState = (typeof ITEM_STATES)[number]

/** `per` is 'year', 'term' (the whole period of the programme) or another scope as printed ("xã"). */
export type ItemTarget = { min: number | null; max: number | null; unit: string; per: string | null }

export type ItemTiming = { timing: Timing; startsOn: IsoDate | null; dueOn: IsoDate | null; occasion: string | null }

/** What of an item the parties agree to. */
export type ItemContent = ItemTiming & {
  id: string
  clausePath: string
  commitmentId: string | null
  position: number
  title: string
  leadBodies: string[]
  supportBodies: string[]
  others: string[]
  target: ItemTarget | null
  product: string | null
  /** Places by id: none is the whole province; null where nothing is said. */
  places: string[] | null
  /** Groups that take part ("cán bộ Mặt trận xã"), never persons. */
  audience: string | null
  droppedReason: string | null
  /** The unfinished item of an earlier year that this one goes on with, and why it was not finished. */
  carried: { from: string; reason: string } | null
}

export const plainText = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))

export const reasonText = plainText(500)
export const digestText = z.string().regex(/^[0-9a-f]{64}$/)

const target = z.strictObject({
  min: z.number().min(0).max(1e12).nullable(),
  max: z.number().min(0).max(1e12).nullable(),
  unit: plainText(60),
  per: z.string().max(60).nullable(),
})

/** What officers may write of an item. Shared by the form and the server. */
export const itemFields = {
  title: plainText(2000),
  timing: z.enum(TIMINGS),
  startsOn: isoDate.nullable(),
  dueOn: isoDate.nullable(),
  occasion: plainText(120).nullable(),
  leadBodies: z.array(uuid).min(1, 'field.lead').max(4),
  supportBodies: z.array(uuid).max(4),
  others: z.array(plainText(300)).max(20),
  /** Places by id: none is the whole province; null where nothing is said. */
  places: z.array(uuid).max(500).nullable(),
  audience: plainText(300).nullable(),
  target: target.nullable(),
  product: plainText(500).nullable(),
}

export type ItemFields = z.output<z.ZodObject<typeof itemFields>>

/** What stands in an item of the fields that officers write: what a form begins with, and sends. */
export const fieldsOfItem = (item: ItemFields): ItemFields => ({
  title: item.title,
  timing: item.timing,
  startsOn: item.startsOn,
  dueOn: item.dueOn,
  occasion: item.occasion,
  leadBodies: item.leadBodies,
  supportBodies: item.supportBodies,
  others: item.others,
  places: item.places,
  audience: item.audience,
  target: item.target,
  product: item.product,
})

/** Unfinished items of an earlier year to go on with, each with its id in this plan and the day it is now due. */
export const carryFields = {
  reason: reasonText,
  items: z
    .array(z.strictObject({ from: uuid, itemId: uuid, dueOn: isoDate.nullable() }))
    .min(1, 'field.empty')
    .max(500),
}
export type Carry = z.output<z.ZodObject<typeof carryFields>>

export const PROPOSAL_KINDS = ['add', 'change', 'drop', 'split'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]
/** Kept by its own side; shown to the others; taken by all of them; answered with another; sent back; taken back. */
export type ProposalState = 'own' | 'shared' | 'accepted' | 'countered' | 'returned' | 'withdrawn'

const fields = z.strictObject(itemFields)

/** One line as a side proposes it. A split's first part takes the item's place, its history with it. */
export const proposedLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add'),
    clausePath: z.string().min(1, 'field.empty').max(200),
    fields,
    /** The unfinished item of an earlier year that it goes on with. */
    carries: uuid.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('change'), fields }),
  z.strictObject({ kind: z.literal('drop') }),
  z.strictObject({ kind: z.literal('split'), parts: z.array(fields).min(2, 'field.parts').max(12) }),
])
export type ProposedLine = z.output<typeof proposedLine>

/** The plan as every party knew it, and why it was kept. */
export type PlanVersion = { number: number; why: 'shared' | 'accepted' | 'agreed'; items: ItemContent[] }
