import { coversWords } from './covers-words.ts'
import { fieldsOf, isSigned } from './fields.ts'
import { pagesOf } from './pages.ts'
import type { Pdf } from './pdf.ts'
import type { Comparison } from './same.ts'
import { type Dict, dictOf, listOf, Ref, type Value } from './values.ts'
import type { Change } from './verdict.ts'

/** Nothing that a reader sees: looked at on their own, or only for machines. */
const APART = ['Parent', 'Annots', 'Metadata', 'PieceInfo', 'LastModified', 'StructParents', 'Tabs', 'Type']

export const comparePages = (compare: Comparison): Change[] => {
  const [pages, later] = [pagesOf(compare.before), pagesOf(compare.after)]
  if (pages.length !== later.length) return ['pages-changed']
  const told = new Set(fieldsOf(compare.before).keys())
  const signed = new Set([...fieldsOf(compare.after)].flatMap(([key, field]) => (isSigned(compare.after, field) ? [key] : [])))
  return pages.flatMap((page, i) => {
    const changes = compareAnnotations(compare, page, later[i]!, { told, signed })
    return compare.same(page, later[i], APART) ? changes : [...changes, 'page-content-changed']
  })
}

const annotationsOf = (pdf: Pdf, page: Dict): Map<string, Value> =>
  new Map(listOf(pdf.get(page, 'Annots')).map((one, i) => [one instanceof Ref ? `${one.number}` : `direct ${i}`, one]))

/** A signature has a place of its own: what it draws over words hides what its predecessor signed. */
const covers = ({ before, after }: Comparison, page: Dict, annotation: Value): boolean => {
  const widget = dictOf(after.resolve(annotation))
  return widget !== null && coversWords(before, page, after, widget)
}

/** `told`: widgets of earlier fields, compared as these; `signed`: widgets of fields that carry a signature now. */
type Widgets = { told: Set<string>; signed: Set<string> }

const compareAnnotations = (compare: Comparison, page: Dict, now: Dict, { told, signed }: Widgets): Change[] => {
  const [old, later] = [annotationsOf(compare.before, page), annotationsOf(compare.after, now)]
  const changes: Change[] = []
  for (const [place, annotation] of old) {
    const found = later.get(place)
    if (found === undefined) changes.push('annotation-removed')
    else if (!told.has(place) && !compare.same(annotation, found)) changes.push('annotation-changed')
  }
  for (const [place, annotation] of later) {
    if (old.has(place)) continue
    if (!signed.has(place)) changes.push('annotation-added')
    else if (covers(compare, page, annotation)) changes.push('signature-over-words')
  }
  return changes
}
