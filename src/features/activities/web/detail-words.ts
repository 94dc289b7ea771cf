import { printDate } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import type { Details, DetailValue } from '../details.ts'
import type { KindField } from '../kinds.ts'

type Half = number | null
/** What stands in the form: halves may be empty yet. */
export type WrittenDetails = Record<
  string,
  string | number | null | undefined | { first: Half; second: Half } | { number: string; date: string | null }
>

/** What is sent: the fields of the kind that were filled in. */
export function detailsToSend(fields: readonly KindField[], written: WrittenDetails): Details {
  return Object.fromEntries(fields.flatMap(({ key }) => (isFilled(written[key]) ? [[key, written[key] as DetailValue]] : [])))
}

function isFilled(value: WrittenDetails[string]): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'number') return true
  return 'number' in value ? value.number.trim() !== '' : value.first !== null
}

/** A value as people read it, a place by its name among `places`: "12 điểm", "đã gửi 5, được tiếp thu 3", "số 12/KH ngày 05/01/2026". */
export function detailWords(field: KindField, value: DetailValue, places: Readonly<Record<string, string>>): string {
  if (typeof value === 'number')
    return field.type === 'money' ? printMoney(value) : `${printNumber(value)} ${field.unit ?? ''}`.trim()
  if (typeof value === 'string') {
    if (field.type === 'choice') return field.choices?.[value] ?? value
    if (field.type === 'place') return places[value] ?? ''
    return field.type === 'date' ? printDate(value) : value
  }
  if ('number' in value) return value.date ? `số ${value.number} ngày ${printDate(value.date)}` : `số ${value.number}`
  const [first, second] = field.pair ?? ['', '']
  const both = [`${first} ${printNumber(value.first)}`, value.second === null ? null : `${second} ${printNumber(value.second)}`]
  return both.filter(Boolean).join(', ')
}
