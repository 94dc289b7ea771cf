import { continuesSentence } from './breaks.ts'
import { findLabel, type Label, LETTERS } from './labels.ts'
import type { Line, Sheet } from './lines.ts'

/** A clause in its place: its own lines (the first begins with the label) and what stands under it. */
export type Node = {
  label: Label
  path: string
  name: string
  lines: Line[]
  parent: Node | null
  children: Node[]
  repeated: boolean
}

/** What a part of a document gives: clauses in document order. */
export type Outline = { nodes: Node[] }

const RANKS = {
  annex: -1,
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  capital: 5,
  roman: 6,
  number: 7,
  decimal: 7.2,
  letter: 8,
  'small-roman': 8.5,
  bullet: 9,
} as const satisfies Record<Label['kind'], number>

/** "1)" stands under "1.", and "(1)" under "a)". */
const rankOf = ({ kind, style }: Label): number => {
  if (style === '()') return 8.3
  if (style === '(.' || kind !== 'number') return RANKS[kind]
  return style === ')' ? 7.4 : 7
}

const keyOf = (label: Label): string => {
  if (label.kind === 'bullet') return `bullet ${label.name}`
  return label.kind === 'number' || label.kind === 'letter' ? `${label.kind} ${label.style}` : label.kind
}

/**
 * Reads the clauses of one part of a document.
 * @param root the node all hang under (an annex), or null
 * @param taken paths used by the parts before; a top clause that would collide gets `Kèm theo/` in front
 */
export const readOutline = (sheet: Sheet, lines: readonly Line[], root: Node | null, taken: Set<string>): Node[] => {
  const nodes: Node[] = []
  let stack: Node[] = root ? [root] : []
  let before: Line | null = null
  for (const line of lines) {
    const found = findLabel(line.text)
    const label = found && asCapital(found, stack)
    if (label && !isRow(line, label) && !continuesSentence(sheet, before, line, label, isExpected(label, stack))) {
      const parents = parentsFor(label, stack, Boolean(root))
      const node = makeNode(label, line, parents.at(-1) ?? null, taken, nodes)
      nodes.push(node)
      stack = [...parents, node]
    } else stack.at(-1)?.lines.push(line)
    before = line
  }
  return nodes
}

/** A row of a table that is none of tasks: its cells are divided by tabs. */
const isRow = (line: Line, label: Label): boolean => line.text.slice(label.length).split('\t').length > 2

/** "C." after "B." is a letter, not a hundred. */
const asCapital = (label: Label, stack: readonly Node[]): Label => {
  if (label.kind !== 'roman' || label.name.length !== 1) return label
  const order = LETTERS.indexOf(label.name.toLowerCase()) + 1
  const open = stack.find(node => node.label.kind === 'capital')
  const hundred = label.order >= 50
  return open && open.label.order + 1 === order && (hundred || !stack.some(node => node.label.kind === 'roman'))
    ? { ...label, kind: 'capital', order }
    : label
}

const isExpected = (label: Label, stack: readonly Node[]): boolean => {
  if (label.kind === 'decimal')
    return stack.some(node => node.name === prefixOf(label) || prefixOf(node.label) === prefixOf(label))
  return label.order === 1 || stack.some(node => node.label.kind === label.kind && node.label.order + 1 === label.order)
}

const prefixOf = (label: Label): string => (label.kind === 'decimal' ? label.name.slice(0, label.name.lastIndexOf('.')) : '')

const ownText = (node: Node): string => node.lines.map(line => line.text).join(' ')

/** The chain of clauses above a new one. */
const parentsFor = (label: Label, stack: readonly Node[], rooted: boolean): readonly Node[] => {
  const base = rooted ? 1 : 0
  const top = stack.at(-1)
  if (label.kind === 'decimal') return stack.slice(0, decimalDepth(label, stack, base))
  const sibling = stack.findLastIndex((node, i) => i >= base && isSibling(label, node))
  if (startsUnder(label, top, sibling, stack.length, base)) return stack
  if (sibling >= 0) return stack.slice(0, sibling)
  if (label.kind === 'bullet' && !standsAbove(label, top)) return stack
  const rank = rankOf(label)
  const depth = stack.findIndex((node, i) => i >= base && rankOf(node.label) >= rank)
  return depth < 0 ? stack : stack.slice(0, depth)
}

const isSibling = (label: Label, node: Node): boolean => {
  if (keyOf(label) === keyOf(node.label)) return true
  return label.kind === node.label.kind && label.kind !== 'bullet' && label.order > 1 && node.label.order + 1 === label.order
}

/** A list that begins anew right under a lead-in ("gồm:") belongs to the clause that leads in. */
const startsUnder = (label: Label, top: Node | undefined, sibling: number, depth: number, base: number): boolean => {
  if (!top || depth <= base || label.order !== 1 || label.kind === 'bullet' || sibling === depth - 1) return false
  return rankOf(label) >= RANKS.roman && top.label.kind !== 'bullet' && ownText(top).endsWith(':')
}

/** "*" heads a group of dashes unless the dash before it leads in. */
const standsAbove = (label: Label, top: Node | undefined): boolean =>
  label.name === '*' && top?.label.kind === 'bullet' && !ownText(top).endsWith(':')

const decimalDepth = (label: Label, stack: readonly Node[], base: number): number => {
  const prefix = prefixOf(label)
  const above = stack.findLastIndex(node => bareName(node) === prefix)
  if (above >= 0) return above + 1
  const beside = stack.findIndex(node => prefixOf(node.label) === prefix)
  if (beside >= 0) return beside
  const lower = stack.findIndex((node, i) => i >= base && rankOf(node.label) >= RANKS.number)
  return lower < 0 ? stack.length : lower
}

const bareName = (node: Node): string => (node.label.kind === 'article' ? String(node.label.order) : node.label.name)

/** Bullets of each sign under a node, or at the top of a list of nodes: counting them anew for each would square a long list. */
const bullets = new WeakMap<object, Map<string, number>>()

function nextBullet(place: object, sign: string): number {
  const counts = bullets.get(place) ?? new Map<string, number>()
  const next = (counts.get(sign) ?? 0) + 1
  bullets.set(place, counts.set(sign, next))
  return next
}

const makeNode = (label: Label, line: Line, parent: Node | null, taken: Set<string>, nodes: readonly Node[]): Node => {
  const name = label.kind === 'bullet' ? label.name + nextBullet(parent ?? nodes, label.name) : label.name
  const wanted = parent ? `${parent.path}/${name}` : name
  const isBeside = (): boolean => nodes.some(node => !node.parent && node.name === name)
  const free = parent || !taken.has(wanted) || isBeside() ? wanted : `Kèm theo/${wanted}`
  let path = free
  for (let copy = 2; taken.has(path); copy++) path = `${free}(${copy})`
  taken.add(path)
  const node: Node = { label, path, name, lines: [line], parent, children: [], repeated: path !== free }
  parent?.children.push(node)
  return node
}
