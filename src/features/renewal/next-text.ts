import { fold } from '../../kernel/vietnamese.ts'
import { POINT_LETTERS, roman } from '../documents/index.ts'
import type { Settled } from './rules.ts'

/** A clause of an ending programme; `parent` stands before it. `settled` is null for a heading, which stays while anything under it does. */
export type Line = {
  programmeId: string
  path: string
  parent: string | null
  label: string
  heading: boolean
  text: string
  settled: Settled | null
}
/** A clause of the new text, numbered anew. */
export type NextClause = { depth: number; label: string; heading: boolean; text: string }

type Node = { key: string; label: string; heading: boolean; text: string; under: Node[] }

/**
 * The text that goes on: what stays, with the agreed words, under the headings that still have something, numbered anew in the
 * manner of the old labels. A second programme is laid under the headings of the first that bear the same words.
 */
export function nextText(programmes: readonly (readonly Line[])[]): NextClause[] {
  const [first = [], ...others] = programmes.map(lines => treeOf(lines))
  const whole = others.reduce(layUnder, first).flatMap(pruned)
  const articles = { last: 0 }
  return numbered(whole, null, 0, articles)
}

function treeOf(lines: readonly Line[]): Node[] {
  const tops: Node[] = []
  const byPath = new Map<string, Node>()
  for (const { path, parent, label, heading, text, settled } of lines) {
    const stays = settled === null || settled.choice !== 'drop'
    const node: Node = { key: fold(text), label, heading, text: unclosed(settled?.text ?? text), under: [] }
    const above = parent === null ? undefined : byPath.get(parent)
    // What stood under a clause that goes is decided for itself and moves up.
    if (stays) (above?.under ?? tops).push(node)
    if (stays) byPath.set(path, node)
    else if (above) byPath.set(path, above)
  }
  return tops
}

/** Without the mark that closed the old paper ("./."): what stood last may stand before others now. */
const unclosed = (text: string): string => text.replace(/[\s.]*\/\.\s*$/u, '.')

function layUnder(first: Node[], second: Node[]): Node[] {
  const both = [...first]
  for (const node of second) {
    const at = both.findIndex(one => one.key === node.key)
    const met = both[at]
    if (met) both[at] = { ...met, under: layUnder(met.under, node.under) }
    // Among others it is numbered as they are.
    else both.push({ ...node, label: both[0]?.label ?? node.label })
  }
  return both
}

/** A heading without anything under it says nothing. */
function pruned(node: Node): Node[] {
  const under = node.under.flatMap(pruned)
  return node.heading && under.length === 0 ? [] : [{ ...node, under }]
}

type Articles = { last: number }

function numbered(nodes: readonly Node[], above: string | null, depth: number, articles: Articles): NextClause[] {
  return nodes.flatMap((node, at) => {
    const label = labelAt(node.label, at, above, articles)
    return [{ depth, label, heading: node.heading, text: node.text }, ...numbered(node.under, label, depth + 1, articles)]
  })
}

const isArticle = (label: string): boolean => /^điều\s+\d+/iu.test(label)

/** The label of the one at place `at`, in the manner of `sample`: "III.", "Điều 4.", "2.3.", "c)", "-". */
export function labelAt(sample: string, at: number, above: string | null, articles: Articles): string {
  if (isArticle(sample)) return sample.replace(/\d+/u, String(++articles.last))
  const sign = /^[IVXLC]+([.\-/)]*)$/u.exec(sample)
  if (sign) return roman(at + 1) + sign[1]!
  const number = /^((?:\d+\.)*)\d+([.)\-/]*)$/u.exec(sample)
  if (number) return `${number[1] === '' ? '' : prefixOf(above, number[1]!)}${at + 1}${number[2]}`
  const letter = /^[a-zđ]([.)]*)$/iu.exec(sample)
  return letter && at < POINT_LETTERS.length ? POINT_LETTERS[at]! + letter[1]! : sample
}

/** "2." of "2." or "Điều 2."; the old prefix where the one above has no number. */
function prefixOf(above: string | null, old: string): string {
  const digits = /(?:\d+\.)*\d+/.exec(above ?? '')
  return digits ? `${digits[0]}.` : old
}
