import type { IsoDate } from '../../kernel/dates.ts'
import type { Details, DetailValue } from './details.ts'
import type { KindField } from './kinds.ts'

/**
 * Whether a field has come: it is filled in, by a choice that is not among those that say "not yet". What answers the work by a pair
 * ("được đôn đốc" / "đã trả lời") has come once the second has reached the first.
 */
function isCome({ answer, open = [] }: KindField, value: DetailValue | undefined): boolean {
  if (value === undefined) return false
  if (typeof value === 'object' && 'first' in value) return !answer || (value.second ?? 0) >= value.first
  return typeof value !== 'string' || !open.includes(value)
}

/** The first day by which a field that has not come is to come; null where nothing is owed. */
export function dueOf(fields: readonly KindField[], values: Details): IsoDate | null {
  const owed = fields.filter(({ key, dueFor }) => {
    const awaited = fields.find(one => one.key === dueFor)
    return awaited !== undefined && values[key] !== undefined && !isCome(awaited, values[awaited.key])
  })
  return owed.map(({ key }) => values[key] as IsoDate).toSorted()[0] ?? null
}

/** The field whose day that is. */
export const dueField = (fields: readonly KindField[], values: Details): KindField | null =>
  fields.find(({ key, dueFor }) => dueFor !== undefined && values[key] === dueOf(fields, values)) ?? null

/** Whether the work is of a kind that is answered, and has no answer yet. */
export const awaitsAnswer = (fields: readonly KindField[], values: Details): boolean =>
  fields.some(field => field.answer && !isCome(field, values[field.key]))
