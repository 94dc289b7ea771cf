import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { tidy } from '../../kernel/vietnamese.ts'
import type { KindField } from './kinds.ts'

const words = (max: number) => z.string().transform(tidy).pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))
const amount = z.number().min(0, 'field.negative').max(1e12)
const day = z.string().refine(isIsoDate, 'field.date')

/** A value by the type of its field: a number; two numbers; đồng; a day; a paper; words (an agency, a choice, a remark). */
const documentValue = z.strictObject({ number: words(100), date: day.nullable() })
const pairValue = z.strictObject({ first: amount, second: amount.nullable() })
export const detailValue = z.union([amount, words(300), documentValue, pairValue])
export type DetailValue = z.output<typeof detailValue>
export type Details = Record<string, DetailValue>
export const details = z.record(z.string().max(40), detailValue).default({})

const SCHEMAS: Record<KindField['type'], z.ZodType> = {
  count: amount,
  pair: pairValue,
  money: z.int().min(0, 'field.negative').max(1e14),
  date: day,
  place: z.guid(),
  document: documentValue,
  agency: words(200),
  choice: words(40),
  remark: words(300),
}

/** An agency is a body, never somebody: "ông", "bà", "đồng chí" begin no name of one. */
const SOMEBODY = /^(?:ông|bà|anh|chị|đồng chí|đ\/c)\s/iu

/** Whether the values fit the fields of the kind: each known, of its type, in its choices, the second of a pair no greater than the first. */
export function whyNotDetails(fields: readonly KindField[], values: Details): WhyNot {
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find(one => one.key === key)
    if (!field) return { code: 'activities.unknown-field', data: { field: key } }
    const wrong = { code: 'activities.wrong-field', data: { field: field.label } }
    if (!SCHEMAS[field.type].safeParse(value).success) return wrong
    if (field.type === 'choice' && !Object.hasOwn(field.choices ?? {}, value as string)) return wrong
    if (field.type === 'agency' && SOMEBODY.test(value as string)) return { code: 'activities.agency-person' }
    if (field.type !== 'pair') continue
    const { first, second } = value as z.output<typeof pairValue>
    if (second !== null && second > first) return { code: 'activities.second-greater', data: { field: field.label } }
  }
  return null
}

/** The places that values name. */
export const placesIn = (fields: readonly KindField[], values: Details): string[] =>
  fields.flatMap(({ key, type }) => (type === 'place' && values[key] !== undefined ? [values[key] as string] : []))

/** How a field that sums up is told: one number, or the two halves of a pair. `word` is said before the number of a half. */
export type Part = { part: string; label: string; word: string; unit: string; highest: boolean }

/** What of a kind's fields sums up in a review: counts, money and the halves of pairs, in the order of the form. */
export const partsOfFields = (fields: readonly KindField[]): Part[] =>
  fields.flatMap((field): Part[] => [...numbersOf(field), ...(field.answer ? answersOf(field) : [])])

function numbersOf({ key, label, type, unit = '', pair, sums }: KindField): Part[] {
  const highest = sums === 'highest'
  if (sums === 'none') return []
  if (type === 'count' || type === 'money')
    return [{ part: key, label, word: '', unit: type === 'money' ? 'đồng' : unit, highest }]
  if (type !== 'pair' || !pair) return []
  return [
    { part: `${key}.first`, label, word: pair[0], unit: '', highest },
    { part: `${key}.second`, label, word: pair[1], unit: '', highest },
  ]
}

/** How many were answered, of a choice each answer by itself, and how many were not: "chưa trả lời". */
function answersOf({ key, label, type, choices = {}, open = [] }: KindField): Part[] {
  const part = (half: string, word: string): Part => ({ part: `${key}.${half}`, label, word, unit: '', highest: false })
  const given = Object.entries(choices).filter(([choice]) => !open.includes(choice))
  return [
    ...given.map(([choice, words]) => part(choice, words.toLocaleLowerCase('vi'))),
    ...(type === 'date' || type === 'document' ? [part('given', 'đã có')] : []),
    part('open', 'chưa trả lời'),
  ]
}

/** What one record adds to the count of the answers; nothing of a pair that is not told at all. */
function answerIn({ key, type, open = [] }: KindField, value: DetailValue | undefined): Record<string, number> {
  if (type === 'pair') {
    const { first, second } = (value ?? { first: 0, second: 0 }) as z.output<typeof pairValue>
    return first > (second ?? 0) ? { [`${key}.open`]: first - (second ?? 0) } : {}
  }
  if (value === undefined || (typeof value === 'string' && open.includes(value))) return { [`${key}.open`]: 1 }
  return { [`${key}.${type === 'choice' && typeof value === 'string' ? value : 'given'}`]: 1 }
}

/** The numbers of one record by part, by the fields that it was recorded under. */
export function partsOf(fields: readonly KindField[], values: Details): Record<string, number> {
  const parts: Record<string, number> = {}
  for (const field of fields) {
    const value = values[field.key]
    for (const { part } of numbersOf(field)) {
      const [, half] = part.split('.')
      const number = half === undefined ? value : typeof value === 'object' && 'first' in value ? value[half as 'first'] : null
      if (typeof number === 'number') parts[part] = number
    }
    if (field.answer) Object.assign(parts, answerIn(field, value))
  }
  return parts
}
