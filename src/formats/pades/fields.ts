import type { Pdf } from './pdf.ts'
import { type Dict, dictOf, listOf, nameOf, Ref, Text, type Value } from './values.ts'

export type Field = { dict: Dict; type: string | null; name: string; value: Value | undefined }

/** The form's end fields by object number (a direct one by its place). */
export const fieldsOf = (pdf: Pdf): Map<string, Field> => {
  const fields = new Map<string, Field>()
  const seen = new Set<Dict>()
  const walk = (value: Value, above: Omit<Field, 'dict'>, place: string): void => {
    const dict = dictOf(pdf.resolve(value))
    if (!dict || seen.has(dict) || seen.size > 100_000) return
    seen.add(dict)
    const own = pdf.get(dict, 'T')
    const field = {
      dict,
      type: nameOf(pdf.get(dict, 'FT')) ?? above.type,
      name: own instanceof Text ? [above.name, own.bytes.toString('latin1')].filter(Boolean).join('.') : above.name,
      value: dict.get('V') ?? above.value,
    }
    fields.set(value instanceof Ref ? `${value.number}` : place, field)
    listOf(pdf.get(dict, 'Kids')).forEach((kid, i) => walk(kid, field, `${place}/${i}`))
  }
  const form = dictOf(pdf.get(pdf.catalog, 'AcroForm'))
  listOf(pdf.get(form, 'Fields')).forEach((field, i) => walk(field, { type: null, name: '', value: undefined }, `/${i}`))
  return fields
}
