import { compareForm } from './compare-fields.ts'
import { comparePages } from './compare-pages.ts'
import { Pdf } from './pdf.ts'
import { Comparison } from './same.ts'
import { forbidsChange, locksField } from './transforms.ts'
import { type Dict, dictOf, unlessDamaged } from './values.ts'
import type { Change } from './verdict.ts'

/** Told by other rules, or nothing that a reader sees. */
const APART = new Set([
  'Pages',
  'AcroForm',
  'Metadata',
  'Extensions',
  'Version',
  'StructTreeRoot',
  'MarkInfo',
  'Lang',
  'PieceInfo',
  'Perms',
])
const NEXT_KEY = ['ParentTreeNextKey']
const RULES: Record<string, Change> = {
  DSS: 'validation-data-added',
  OCProperties: 'layers-changed',
  OpenAction: 'actions-changed',
  AA: 'actions-changed',
  Outlines: 'outline-changed',
  PageLabels: 'outline-changed',
  ViewerPreferences: 'outline-changed',
  PageMode: 'outline-changed',
}

/** What a reader sees otherwise in the whole file than in the revision that ends at `end` with this signature. */
export const changesSince = (file: Pdf, end: number, signature: Dict): Change[] => {
  if (!hasMore(file.bytes, end)) return []
  const before = unlessDamaged(() => Pdf.open(file.bytes.subarray(0, end)), null)
  if (!before) return ['unreadable']
  const told = unlessDamaged(() => compareAll(before, file, signature), null)
  // Readers that do not follow the cross references see objects which these leave out.
  const seen = told && !file.hidesObjectsSince(end) ? [] : unlessDamaged(() => compareScanned(before, file, signature), null)
  if (!seen) return [...new Set<Change>([...(told ?? []), 'unreadable'])]
  return [...new Set([...(told ?? []), ...seen])]
}

/** Whether anything but blanks stands behind `end`. */
export const hasMore = (bytes: Buffer, end: number): boolean => /[^\s\0]/.test(bytes.toString('latin1', end))

const compareScanned = (before: Pdf, file: Pdf, signature: Dict): Change[] =>
  compareAll(Pdf.scan(before.bytes), file.scanned, signature)

const compareAll = (before: Pdf, after: Pdf, signature: Dict): Change[] => {
  const compare = new Comparison(before, after)
  const changes = new Set([
    ...compareCatalogs(compare),
    ...compareForm(compare, locksField(before, signature)),
    ...comparePages(compare),
  ])
  if (!compare.same(before.references.trailer.get('Encrypt'), after.references.trailer.get('Encrypt')))
    changes.add('catalog-changed')
  if (!compare.grown(compare.before.catalog.get('StructTreeRoot'), compare.after.catalog.get('StructTreeRoot'), NEXT_KEY)) {
    changes.add('structure-changed')
  }
  const forbids = forbidsChange(before, signature)
  return [...changes].some(forbids) ? [...changes, 'not-permitted'] : [...changes]
}

const compareCatalogs = (compare: Comparison): Change[] => {
  const [old, now] = [compare.before.catalog, compare.after.catalog]
  const keys = [...new Set([...old.keys(), ...now.keys()])].filter(key => !APART.has(key))
  const changes = keys.filter(key => !compare.same(old.get(key), now.get(key)))
  return changes.map(key => (key === 'Names' ? changeOfNames(compare) : (RULES[key] ?? 'catalog-changed')))
}

/** Scripts and attached files act; names of places in the text or of stamps only lead somewhere. */
const changeOfNames = (compare: Comparison): Change => {
  const [old, now] = [compare.before, compare.after].map(pdf => dictOf(pdf.get(pdf.catalog, 'Names')))
  const acts = ['JavaScript', 'EmbeddedFiles'].some(key => !compare.same(old?.get(key) ?? null, now?.get(key) ?? null))
  return acts ? 'actions-changed' : 'outline-changed'
}
