import { type Field, fieldsOf } from './fields.ts'
import type { Comparison } from './same.ts'
import { dictOf, nameOf } from './values.ts'
import type { Change } from './verdict.ts'

/** What filling in or signing a field changes in it. */
export const FILLED = ['V', 'AP', 'AS', 'M', 'Lock', 'SV', 'F', 'MK', 'DA', 'Kids']
const IN_A_FORM = ['Fields', 'SigFlags', 'NeedAppearances', 'DR', 'DA', 'CO']

export const compareForm = (compare: Comparison, isLocked: (name: string) => boolean): Change[] => {
  const { before, after } = compare
  const [form, later] = [before, after].map(pdf => dictOf(pdf.get(pdf.catalog, 'AcroForm')))
  const [fields, laterFields] = [fieldsOf(before), fieldsOf(after)]
  const changes: Change[] = form && !compare.same(form, later, IN_A_FORM) ? ['form-changed'] : []
  for (const [place, field] of fields) {
    const now = laterFields.get(place)
    const found = now ? compareField(compare, field, now) : [gone(field)]
    changes.push(...found, ...(found.length && isLocked(field.name) ? (['not-permitted'] as const) : []))
  }
  for (const [place, field] of laterFields) if (!fields.has(place)) changes.push(added(compare, field))
  return changes
}

const gone = (field: Field): Change => (field.type === 'Sig' && field.value ? 'signature-removed' : 'field-removed')

const added = ({ after }: Comparison, { type, value }: Field): Change => {
  if (type !== 'Sig') return 'field-added'
  const signature = dictOf(after.resolve(value))
  return nameOf(after.get(signature, 'Type')) === 'DocTimeStamp' ? 'timestamp-added' : 'signature-added'
}

const compareField = (compare: Comparison, field: Field, now: Field): Change[] => {
  if (field.type !== now.type || field.name !== now.name) return ['form-changed']
  if (compare.same(field.dict, now.dict, ['Kids'])) return []
  const signed = field.type === 'Sig' && field.value
  if (signed) return ['signature-changed']
  if (!compare.same(field.dict, now.dict, FILLED)) return ['form-changed']
  // A field prepared for signing lay in the signed revision: to sign it is to fill in the form.
  return [field.type === 'Sig' ? 'field-signed' : 'field-filled']
}
