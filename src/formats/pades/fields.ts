import type { Pdf } from './pdf.ts'
import { type Dict, dictOf, listOf, nameOf, Ref, Text, type Value } from './values.ts'

export type Field = { dict: Dict; type: string | null; name: string; value: Value | undefined; readOnly: boolean }

const MOST = 100_000
const READ_ONLY = 1
const NOTHING: Omit<Field, 'dict'> = { type: null, name: '', value: undefined, readOnly: false }

/** The form's fields and what inherits from them by object number (a direct one by its place). */
export const fieldsOf = (pdf: Pdf): Map<string, Field> => {
  const fields = new Map<string, Field>()
  const seen = new Set<Dict>()
  const walk = (value: Value, above: Omit<Field, 'dict'>, place: string): void => {
    const dict = dictOf(pdf.resolve(value))
    if (!dict || seen.has(dict) || seen.size > MOST) return
    seen.add(dict)
    const field = inherit(pdf, dict, above)
    fields.set(value instanceof Ref ? `${value.number}` : place, field)
    listOf(pdf.get(dict, 'Kids')).forEach((kid, i) => walk(kid, field, `${place}/${i}`))
  }
  const form = dictOf(pdf.get(pdf.catalog, 'AcroForm'))
  listOf(pdf.get(form, 'Fields')).forEach((field, i) => walk(field, NOTHING, `/${i}`))
  return fields
}

const inherit = (pdf: Pdf, dict: Dict, above: Omit<Field, 'dict'>): Field => {
  const [own, flags] = [pdf.get(dict, 'T'), pdf.get(dict, 'Ff')]
  return {
    dict,
    type: nameOf(pdf.get(dict, 'FT')) ?? above.type,
    name: own instanceof Text ? [above.name, own.bytes.toString('latin1')].filter(Boolean).join('.') : above.name,
    value: dict.get('V') ?? above.value,
    readOnly: typeof flags === 'number' ? (flags & READ_ONLY) !== 0 : above.readOnly,
  }
}

export const isSigned = (pdf: Pdf, { type, value }: Field): boolean => type === 'Sig' && dictOf(pdf.resolve(value)) !== null
