import type { Segment } from './lines.ts'
import type { PageLayout } from './page-layout.ts'

/** Heads and feet stand in the outermost parts of a page. */
const TOP = 0.12
const BOTTOM = 0.9

/** Points by which the same head may stand higher or lower on another page. */
const DRIFT = 4

/** Points by which a number may stand beside the middle. */
const MIDDLE = 12

/**
 * Takes away what a page prints only because it is a page: heads and feet that come again at the same height (odd and even
 * pages may differ), and page numbers, which grow with the pages.
 */
export const dropRunningHeads = (pages: readonly PageLayout[]): PageLayout[] => {
  const edges = pages.flatMap(page => edgeOf(page).map(segment => ({ page, segment })))
  const groups = [...Map.groupBy(edges, edge => bareText(edge.segment)).values()]
  const running = new Set(groups.flatMap(group => findRunning(group, pages.length)))
  return pages.map(page => ({ ...page, segments: page.segments.filter(segment => !running.has(segment)) }))
}

type Edge = { page: PageLayout; segment: Segment }

/** A head is short, and a page has few of them. */
const LONGEST = 200
const MOST = 12

const edgeOf = (page: PageLayout): Segment[] => {
  const edge = page.segments.filter(
    segment => isAtEdge(segment, page) && segment.text.length <= LONGEST && !endsSentence(segment),
  )
  return edge.length > 2 * MOST ? [...edge.slice(0, MOST), ...edge.slice(-MOST)] : edge
}

/** Words that ran over to the next page, "uy tín.", may be the same on two pages: they begin with a small letter and end as clauses do. */
const endsSentence = ({ text }: Segment): boolean => /^\p{Ll}.*[.;]$/u.test(text.trim())

const isAtEdge = (segment: Segment, page: PageLayout): boolean =>
  segment.bottom < TOP * page.height || segment.top > BOTTOM * page.height

/** A head without the page number at either end: "89", "- 3 -", "Trang 3/12". Numbers within it are its own. */
const bareText = (segment: Segment): string =>
  segment.text
    .replace(/^[-–—\s]*\d+(?=[-–—\s]|$)|(?<=^|[-–—\s])\d+(?:\s*(?:\/|of|trên)\s*\d+)?[-–—\s]*$/gi, '')
    .replace(/^[-–—\s]+|[-–—\s]+$/g, '')

const findRunning = (group: readonly Edge[], pages: number): Segment[] => {
  if (group[0] && bareText(group[0].segment) === '') return findPageNumbers(group)
  const again = group.filter(edge =>
    group.some(other => other.page !== edge.page && Math.abs(other.segment.top - edge.segment.top) < DRIFT),
  )
  const seen = new Set(again.map(edge => edge.page)).size
  return seen >= Math.max(2, 0.4 * pages) ? again.map(edge => edge.segment) : []
}

/**
 * Lone numbers whose distance from the page's place in the file stays the same, or that are the place itself; and those at the
 * head of a page of an annex, which counts its pages anew.
 */
const findPageNumbers = (edges: readonly Edge[]): Segment[] => {
  const offset = ({ page, segment }: Edge): number => Number(/\d+/.exec(segment.text)?.[0]) - page.number
  return [...Map.groupBy(edges, offset)]
    .filter(
      ([value, group]) => value === 0 || new Set(group.map(edge => edge.page)).size > 1 || (value < 0 && group.every(headsPage)),
    )
    .flatMap(([, group]) => group.map(edge => edge.segment))
}

/** Whether it stands above everything else, in the middle of what the page prints. */
const headsPage = ({ page, segment }: Edge): boolean => {
  const others = page.segments.filter(other => other !== segment)
  if (segment.top > TOP * page.height || others.some(other => other.top < segment.bottom)) return false
  const left = Math.min(...page.segments.map(one => one.x0), ...page.tables.map(table => table.left))
  const right = Math.max(...page.segments.map(one => one.x1), ...page.tables.map(table => table.left + (table.xs.at(-1) ?? 0)))
  return Math.abs((segment.x0 + segment.x1) / 2 - (left + right) / 2) < MIDDLE
}
