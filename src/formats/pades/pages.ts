import type { Pdf } from './pdf.ts'
import { Damaged, Dict, dictOf, listOf, type Value } from './values.ts'

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
const MOST_PAGES = 100_000

/** The pages in reading order, each with what it inherits. */
export const pagesOf = (pdf: Pdf): Dict[] => {
  const pages: Dict[] = []
  const seen = new Set<Dict>()
  const walk = (value: Value | undefined, inherited: [string, Value][], depth: number): void => {
    const node = dictOf(pdf.resolve(value))
    if (!node || seen.has(node) || depth > 60 || pages.length > MOST_PAGES) throw new Damaged('page tree')
    seen.add(node)
    const given = [...inherited, ...INHERITED.filter(key => node.has(key)).map((key): [string, Value] => [key, node.get(key)!])]
    if (!node.has('Kids')) pages.push(new Dict([...given, ...node]))
    else for (const kid of listOf(pdf.get(node, 'Kids'))) walk(kid, given, depth + 1)
  }
  walk(pdf.catalog.get('Pages'), [], 0)
  return pages
}
