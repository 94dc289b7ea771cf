import { FILLED } from './compare-fields.ts'
import { pagesOf } from './pages.ts'
import type { Pdf } from './pdf.ts'
import type { Comparison } from './same.ts'
import { type Dict, dictOf, listOf, nameOf, Ref, type Value } from './values.ts'
import type { Change } from './verdict.ts'

/** Nothing that a reader sees: looked at on their own, or only for machines. */
const APART = ['Parent', 'Annots', 'Metadata', 'PieceInfo', 'LastModified', 'StructParents', 'Tabs', 'Type']

export const comparePages = (compare: Comparison): Change[] => {
  const [pages, later] = [pagesOf(compare.before), pagesOf(compare.after)]
  if (pages.length !== later.length) return ['pages-changed']
  return pages.flatMap((page, i) => comparePage(compare, page, later[i]!))
}

const comparePage = (compare: Comparison, page: Dict, now: Dict): Change[] => {
  const changes = compareAnnotations(compare, page, now)
  return compare.same(page, now, APART) ? changes : [...changes, 'page-content-changed']
}

const annotationsOf = (pdf: Pdf, page: Dict): Map<string, Value> =>
  new Map(listOf(pdf.get(page, 'Annots')).map((one, i) => [one instanceof Ref ? `${one.number}` : `/${i}`, one]))

const isWidget = (pdf: Pdf, annotation: Value): boolean =>
  nameOf(pdf.get(dictOf(pdf.resolve(annotation)), 'Subtype')) === 'Widget'

const compareAnnotations = (compare: Comparison, page: Dict, now: Dict): Change[] => {
  const { before, after } = compare
  const [old, later] = [annotationsOf(before, page), annotationsOf(after, now)]
  const changes: Change[] = []
  for (const [place, annotation] of old) {
    const found = later.get(place)
    if (found === undefined) changes.push('annotation-removed')
    // A widget of the form has been compared as its field; only filling in may have changed it.
    else if (!compare.same(annotation, found, isWidget(before, annotation) ? FILLED : [])) changes.push('annotation-changed')
  }
  for (const [place, annotation] of later) {
    if (!old.has(place) && !isSignatureWidget(after, annotation)) changes.push('annotation-added')
  }
  return changes
}

const isSignatureWidget = (pdf: Pdf, annotation: Value): boolean => {
  const dict = dictOf(pdf.resolve(annotation))
  const type = nameOf(pdf.get(dict, 'FT')) ?? nameOf(pdf.get(dictOf(pdf.get(dict, 'Parent')), 'FT'))
  return isWidget(pdf, annotation) && type === 'Sig'
}
