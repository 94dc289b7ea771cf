import type { Pdf } from './pdf.ts'
import { Damaged, Dict, dictOf, listOf, nameOf, type Value } from './values.ts'

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
const MOST_PAGES = 100_000

/** The pages in reading order, each with what it inherits. */
export const pagesOf = (pdf: Pdf): Dict[] => walkPages(pdf).map(({ node, given }) => new Dict([...given, ...node]))

/** The pages in reading order as they stand in the file. */
export const pageNodesOf = (pdf: Pdf): Dict[] => walkPages(pdf).map(({ node }) => node)

type FoundPage = { node: Dict; given: [string, Value][] }

const walkPages = (pdf: Pdf): FoundPage[] => {
  const pages: FoundPage[] = []
  const seen = new Set<Dict>()
  const walk = (value: Value | undefined, inherited: [string, Value][], depth: number): void => {
    const node = dictOf(pdf.resolve(value))
    if (!node || seen.has(node) || depth > 60 || pages.length > MOST_PAGES) throw new Damaged('page tree')
    seen.add(node)
    const given = [...inherited, ...INHERITED.filter(key => node.has(key)).map((key): [string, Value] => [key, node.get(key)!])]
    // Readers show what calls itself a page, whatever else it holds.
    if (!node.has('Kids') || nameOf(pdf.get(node, 'Type')) === 'Page') pages.push({ node, given })
    else for (const kid of listOf(pdf.get(node, 'Kids'))) walk(kid, given, depth + 1)
  }
  walk(pdf.catalog.get('Pages'), [], 0)
  return pages
}
