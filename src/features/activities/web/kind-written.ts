import { newId } from '../../../kernel/ids.ts'
import { tidy } from '../../../kernel/vietnamese.ts'
import { ANSWER_TYPES, type FieldType, NUMBER_TYPES } from '../kinds.ts'
import type { OwnField, OwnKindFields } from '../own-kinds/contract.ts'

/** A field as it stands in the form: what its type does not use is kept until it is sent. */
export type FieldWritten = {
  key: string
  label: string
  type: FieldType
  unit: string
  first: string
  second: string
  /** A line a choice; `keys` of those that were there before, by their words. */
  choices: string
  keys: Record<string, string>
  sums: 'sum' | 'highest' | 'none'
  must: boolean
  /** Of a day: the key of the field that is to come by it; empty where it is no such day. */
  dueFor: string
  answer: boolean
}
export type KindWritten = {
  kindId: string
  programmeId: string
  name: string
  explanation: string
  count: string
  countMust: boolean
  reach: string
  reachMust: boolean
  fields: FieldWritten[]
  reason: string
}

const PLAIN = {
  unit: '',
  first: '',
  second: '',
  choices: '',
  keys: {},
  sums: 'sum',
  must: false,
  dueFor: '',
  answer: false,
} as const

export const emptyField = (): FieldWritten => ({ key: newId(), label: '', type: 'count', ...PLAIN, answer: false })

export const emptyKind = (programmeId: string): KindWritten => ({
  kindId: newId(),
  programmeId,
  name: '',
  explanation: '',
  count: '',
  countMust: false,
  reach: '',
  reachMust: false,
  fields: [],
  reason: '',
})

/** The form as it opens on a kind that holds. */
export function writtenOf(kind: OwnKindFields, programmeId: string): KindWritten {
  const { name, explanation, count, reach, fields, required } = kind
  return {
    ...emptyKind(programmeId),
    name,
    explanation,
    count: count ?? '',
    countMust: required.includes('count'),
    reach: reach ?? '',
    reachMust: required.includes('reach'),
    fields: fields.map(field => fieldWritten(field, required.includes(field.key))),
  }
}

const fieldWritten = (
  { key, label, type, unit = '', pair = ['', ''], choices = {}, sums, dueFor = '', answer }: OwnField,
  must: boolean,
): FieldWritten => ({
  key,
  label,
  type,
  unit,
  first: pair[0],
  second: pair[1],
  choices: Object.values(choices).join('\n'),
  keys: Object.fromEntries(Object.entries(choices).map(([one, words]) => [words, one])),
  sums: sums ?? 'sum',
  must,
  dueFor,
  answer: answer ?? false,
})

/** What is sent of it. */
export function kindToSend(written: KindWritten): OwnKindFields {
  const { name, explanation, fields } = written
  const [count, reach] = [tidy(written.count) || null, tidy(written.reach) || null]
  const must = fields.filter(one => one.must && NUMBER_TYPES.includes(one.type)).map(one => one.key)
  const pairMust = [...(count && written.countMust ? ['count'] : []), ...(reach && written.reachMust ? ['reach'] : [])]
  const keys = fields.map(one => one.key)
  return { name, explanation, count, reach, fields: fields.map(one => fieldToSend(one, keys)), required: [...pairMust, ...must] }
}

function fieldToSend(field: FieldWritten, known: readonly string[]): OwnField {
  const { key, label, type, unit, first, second, choices, keys, sums, dueFor, answer } = field
  const lines = [...new Set(choices.split('\n').map(tidy).filter(Boolean))]
  return {
    key,
    label,
    type,
    ...(type === 'count' && tidy(unit) ? { unit } : {}),
    ...(type === 'pair' && tidy(first) && tidy(second) ? { pair: [first, second] as [string, string] } : {}),
    ...(type === 'choice' ? { choices: Object.fromEntries(lines.map(line => [keys[line] ?? newId(), line])) } : {}),
    ...(sums !== 'sum' && NUMBER_TYPES.includes(type) ? { sums } : {}),
    ...(type === 'date' && known.includes(dueFor) ? { dueFor } : {}),
    ...(answer && ANSWER_TYPES.includes(type) ? { answer: true as const } : {}),
  }
}
