import { compareForm } from './compare-fields.ts'
import { comparePages } from './compare-pages.ts'
import { Pdf } from './pdf.ts'
import { Comparison } from './same.ts'
import { Damaged, type Dict, dictOf, nameOf } from './values.ts'
import { CHANGES, type Change } from './verdict.ts'

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
])
const RULES: Record<string, Change> = {
  DSS: 'validation-data-added',
  Perms: 'signature-added',
  OCProperties: 'layers-changed',
  OpenAction: 'actions-changed',
  AA: 'actions-changed',
  Outlines: 'outline-changed',
  PageLabels: 'outline-changed',
  ViewerPreferences: 'outline-changed',
  PageMode: 'outline-changed',
}

/** What a reader sees otherwise in the whole file than in the revision that ends at `end`; `permitted` by DocMDP (1–3). */
export const changesSince = (file: Pdf, end: number, permitted: number | null): Change[] => {
  try {
    const compare = new Comparison(new Pdf(file.bytes.subarray(0, end)), file)
    const changes = new Set([...compareCatalogs(compare), ...compareForm(compare), ...comparePages(compare)])
    if (isBeyond(changes, permitted)) changes.add('not-permitted')
    return [...changes]
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return ['unreadable']
  }
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

/** ISO 32000-1, table 254: 1 nothing; 2 filling in and signing; 3 annotations too. Time stamps and validation data always may. */
const isBeyond = (changes: Set<Change>, permitted: number | null): boolean => {
  if (permitted === 1) return [...changes].some(one => one !== 'timestamp-added' && one !== 'validation-data-added')
  return permitted === 2 && [...changes].some(one => CHANGES[one] === 'noted' && one !== 'field-filled' && one !== 'field-signed')
}

/** What a certifying signature permits to later revisions; null for an ordinary one. */
export const permittedBy = (pdf: Pdf, signature: Dict): number | null => {
  const references = pdf.resolve(signature.get('Reference'))
  if (!Array.isArray(references)) return null
  const docMdp = references.map(one => dictOf(pdf.resolve(one))).find(one => nameOf(pdf.get(one, 'TransformMethod')) === 'DocMDP')
  if (!docMdp) return null
  const level = pdf.get(dictOf(pdf.get(docMdp, 'TransformParams')), 'P')
  return typeof level === 'number' ? level : 2
}
