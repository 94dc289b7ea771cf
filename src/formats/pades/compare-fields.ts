import { rectangleOf } from './content.ts'
import { type Field, fieldsOf, isSigned } from './fields.ts'
import type { Pdf } from './pdf.ts'
import type { Comparison } from './same.ts'
import { type Dict, dictOf, nameOf, Ref, type Value } from './values.ts'
import type { Change } from './verdict.ts'

/** What filling in a field may change in it and its widget. */
const FILLED = ['V', 'RV', 'I', 'AP', 'AS', 'M', 'F', 'DA', 'Q', 'MK', 'Kids', 'Parent']
/** Fields above and below are compared on their own. */
const NEIGHBOURS = ['Kids', 'Parent']
/** `DR` may grow; what the fields are is told one by one. */
const IN_A_FORM = ['Fields', 'SigFlags', 'NeedAppearances', 'DR', 'DA', 'CO']

export const compareForm = (compare: Comparison, isLocked: (name: string) => boolean): Change[] => {
  const { before, after } = compare
  const [form, later] = [before, after].map(pdf => dictOf(pdf.get(pdf.catalog, 'AcroForm')))
  const [fields, laterFields] = [fieldsOf(before), fieldsOf(after)]
  const changes: Change[] = []
  if (form && !(compare.same(form, later, IN_A_FORM) && keepsResources(compare, form.get('DR'), later?.get('DR')))) {
    changes.push('form-changed')
  }
  for (const [place, field] of fields) {
    const now = laterFields.get(place)
    const found = now ? compareField(compare, field, now) : [gone(field)]
    changes.push(...found, ...(found.length && isLocked(field.name) ? (['not-permitted'] as const) : []))
  }
  const names = new Set([...fields.values()].map(field => field.name))
  for (const [place, field] of laterFields) if (!fields.has(place)) changes.push(added(compare, field, names))
  if (wantsRedrawing(after, later) && !wantsRedrawing(before, form)) changes.push('fields-redrawn')
  return changes
}

/** Fonts and the like may be added to the form; those that were there stay as they are. */
const keepsResources = (compare: Comparison, old: Value | undefined, now: Value | undefined): boolean => {
  const [resources, later] = [dictOf(compare.before.resolve(old)), dictOf(compare.after.resolve(now))]
  return [...(resources ?? [])].every(([kind, named]) => {
    const [all, others] = [dictOf(compare.before.resolve(named)), dictOf(compare.after.get(later, kind))]
    return all ? [...all].every(([name, one]) => compare.same(one, others?.get(name))) : compare.same(named, later?.get(kind))
  })
}

const gone = (field: Field): Change => (field.type === 'Sig' && field.value ? 'signature-removed' : 'field-removed')

/** Readers then draw what the fields say in place of what the signer saw there. */
const wantsRedrawing = (pdf: Pdf, form: Dict | null | undefined): boolean => pdf.get(form ?? null, 'NeedAppearances') === true

const added = ({ before, after }: Comparison, field: Field, names: ReadonlySet<string>): Change => {
  // Two fields of one name are one field to readers (ISO 32000-1, 12.7.3.2): a signature in it takes the place of another.
  if (!isSigned(after, field) || (names.has(field.name) && field.dict.has('T'))) return 'field-added'
  // A further field for a signature that was there already shows what its signer did not.
  if (field.value instanceof Ref && dictOf(before.resolve(field.value))) return 'field-added'
  return isStamped(after, field) ? 'timestamp-added' : 'signature-added'
}

const isStamped = (pdf: Pdf, { value }: Field): boolean => {
  const signature = dictOf(pdf.resolve(value))
  return nameOf(pdf.get(signature, 'SubFilter')) === 'ETSI.RFC3161' || nameOf(pdf.get(signature, 'Type')) === 'DocTimeStamp'
}

const compareField = (compare: Comparison, field: Field, now: Field): Change[] => {
  if (field.type !== now.type || field.name !== now.name) return ['form-changed']
  if (compare.same(field.dict, now.dict, NEIGHBOURS)) return []
  if (field.type === 'Sig') return compareSignatureField(compare, field, now)
  if (!compare.same(field.dict, now.dict, FILLED) || field.readOnly) return ['form-changed']
  if (!compare.same(field.value, now.value)) return ['field-filled']
  // The value says what it said: a reader must not be shown another one (shadow attack "replace").
  return compare.same(field.dict, now.dict, ['M', ...NEIGHBOURS]) ? [] : ['appearance-changed']
}

const compareSignatureField = (compare: Comparison, field: Field, now: Field): Change[] => {
  if (isSigned(compare.before, field)) return ['signature-changed']
  if (!isSigned(compare.after, now)) return ['appearance-changed']
  // A signature without a picture takes its room away; one that moves may cover what was signed.
  const moved = rectangleOf(compare.after, now.dict, 'Rect') && !compare.same(field.dict.get('Rect'), now.dict.get('Rect'))
  if (moved) return ['form-changed']
  // A field prepared for signing lay in the signed revision: to sign it is to fill in the form.
  return [isStamped(compare.after, now) ? 'timestamp-added' : 'field-signed']
}
