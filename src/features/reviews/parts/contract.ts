import { z } from 'zod'

const id = z.guid()
const words = (most: number) =>
  z
    .string()
    .max(most, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
const version = z.int().min(1)

/** `place` names the fixed heading: the path of a clause, a section, or the heading itself. */
export const askPartInput = z.strictObject({
  partId: id,
  reviewId: id,
  place: z.string().min(1).max(500),
  unitId: id,
  dueOn: z.iso.date(),
  note: words(2000).default(''),
})
/** `text` is empty where the unit has written in the shared text itself. A line that begins with "- " is one of a list. */
export const handInPartInput = z.strictObject({ partId: id, version, text: words(20_000) })
export const returnPartInput = z.strictObject({ partId: id, version, reason: words(1000).pipe(z.string().min(1, 'field.empty')) })
/** `back`: it is asked for again, as it was. */
export const dropPartInput = z.strictObject({ partId: id, version, back: z.boolean().default(false) })
export const partInput = z.strictObject({ partId: id })

export const PART_STATES = ['asked', 'handed-in', 'returned'] as const
export type PartState = (typeof PART_STATES)[number]
