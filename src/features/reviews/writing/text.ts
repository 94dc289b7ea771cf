import * as Y from 'yjs'
import {
  type CompiledBlock,
  type FigureWords,
  type Piece,
  SECTIONS,
  type Section,
  type Sentence,
  type Texts,
} from '../contract.ts'

/** The one fragment of the shared document. Its elements: `part` (a fixed heading), `paragraph`, `table` of `row` of `cell`; inside lines `figure`. */
export const FRAGMENT = 'text'

const LEVELS = [1, 2, 3, 4] as const
/** A fixed heading. Level 4 opens the paragraph below it: "Nguyên nhân khách quan". `section` says what is to be written under it. */
type Part = { level: (typeof LEVELS)[number]; label: string; title: string; clausePath?: string; section?: Section }

/** A shared document that begins with what was compiled: every figure a live field. Returns its state. */
export function firstState(blocks: readonly CompiledBlock[]): Uint8Array {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment(FRAGMENT)
  fragment.push(elementsOf(blocks))
  return Y.encodeStateAsUpdate(doc)
}

/** Elements of a text, to be put into a document. */
export function elementsOf(blocks: readonly CompiledBlock[]): Y.XmlElement[] {
  const elements: Y.XmlElement[] = []
  let last: Y.XmlElement | null = null
  let before: CompiledBlock | null = null
  for (const block of blocks) {
    const made: Y.XmlElement[] = block.kind === 'asked' ? askedOf(block, last) : [elementOf(block)]
    if (block.kind === 'sentence' && before?.kind === 'asked') made[0]!.setAttribute('after', true as never)
    elements.push(...made)
    before = block
    last = made.findLast(one => one.nodeName === 'part') ?? last
  }
  return elements
}

function elementOf(block: Exclude<CompiledBlock, { kind: 'asked' }>): Y.XmlElement {
  if (block.kind === 'sentence') return paragraphOf(block.pieces, block.dash)
  if (block.kind === 'table') return tableOf(block.rows)
  const { level, label, text, clausePath } = block
  return partOf({ level, label, title: text, ...(clausePath ? { clausePath } : {}) })
}

/** What is asked under a heading marks that heading, or brings one of its own that opens the paragraph. */
function askedOf({ section, lead, text }: Extract<CompiledBlock, { kind: 'asked' }>, heading: Y.XmlElement | null) {
  const lines = text.split('\n').map(line => paragraphOf(line === '' ? [] : [line], false))
  if (lead !== '' || heading === null) return [partOf({ level: 4, label: '', title: lead, section }), ...lines]
  heading.setAttribute('section', section)
  return lines
}

function partOf(part: Part): Y.XmlElement {
  const element = new Y.XmlElement('part')
  for (const [name, value] of Object.entries(part)) element.setAttribute(name, value as never)
  return element
}

export function paragraphOf(pieces: Sentence, dash: boolean): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  if (dash) element.setAttribute('dash', true as never)
  element.insert(0, pieces.map(inlineOf))
  return element
}

function inlineOf(piece: Piece): Y.XmlElement | Y.XmlText {
  if (typeof piece === 'string') return new Y.XmlText(piece)
  const element = new Y.XmlElement('figure')
  element.setAttribute('id', piece.figure)
  element.setAttribute('seen', piece.text)
  return element
}

function tableOf(rows: readonly Sentence[][]): Y.XmlElement {
  const nest = (name: string, children: (Y.XmlElement | Y.XmlText)[]) => {
    const element = new Y.XmlElement(name)
    element.insert(0, children)
    return element
  }
  return nest(
    'table',
    rows.map(row =>
      nest(
        'row',
        row.map(cell => nest('cell', cell.map(inlineOf))),
      ),
    ),
  )
}

/** The document of a kept state. */
export function openText(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

/** Words of a figure by its id; null where it is not told. */
export type PrintFigure = (id: string) => FigureWords | null

/** What a document says, as blocks of a review. Whatever is not of the schema is left out; so are empty paragraphs. */
export function blocksOf(doc: Y.Doc, print: PrintFigure): CompiledBlock[] {
  const blocks: CompiledBlock[] = []
  let open: { section: Section; lead: string } | null = null
  const close = () => {
    if (open) blocks.push({ kind: 'asked', ...open, text: '' })
    open = null
  }
  let lead = ''
  for (const element of doc.getXmlFragment(FRAGMENT).toArray()) {
    if (!(element instanceof Y.XmlElement)) continue
    const part = readPart(element)
    if (part) {
      close()
      lead = part.level === 4 ? part.title : ''
      open = part.section ? { section: part.section, lead } : null
      if (part.level !== 4) blocks.push(headingOf(part))
      continue
    }
    if (isAfter(element)) close()
    const block = readBlock(element, print)
    if (!block) continue
    open = null
    blocks.push(lead && block.kind === 'sentence' ? { ...block, lead } : block)
    lead = ''
  }
  close()
  return blocks
}

/** What was compiled below a section that is asked: nothing of it answers what is asked. */
const isAfter = (element: Y.XmlElement): boolean => element.getAttribute('after') === (true as never)

const headingOf = ({ level, label, title, clausePath }: Part): CompiledBlock => ({
  kind: 'heading',
  level: level as 1 | 2 | 3,
  label,
  text: title,
  ...(clausePath ? { clausePath } : {}),
})

/** A figure in its place, by its id: what stands there, not what it reads. */
const AS_ID: PrintFigure = id => ({ text: id })

/** What stands in each section that is asked, as plain text. */
export function textsOf(doc: Y.Doc, print = AS_ID): Texts {
  const texts: Texts = {}
  let section: Section | undefined
  for (const element of doc.getXmlFragment(FRAGMENT).toArray()) {
    if (!(element instanceof Y.XmlElement)) continue
    const part = readPart(element)
    if (part) section = part.section
    if (isAfter(element)) section = undefined
    const line = part || !section ? '' : plainOf(element, print)
    if (line !== '') texts[section!] = [...(texts[section!] ? [texts[section!]] : []), line].join('\n')
  }
  return texts
}

/** A client can put anything into an attribute: what is no word is none. */
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function readPart(element: Y.XmlElement): Part | null {
  if (element.nodeName !== 'part') return null
  const given: Record<string, unknown> = element.getAttributes()
  const [clausePath, section] = [wordOf(given['clausePath']), SECTIONS.find(one => one === given['section'])]
  return {
    level: LEVELS.find(one => one === given['level']) ?? 1,
    label: wordOf(given['label']),
    title: wordOf(given['title']),
    ...(clausePath ? { clausePath } : {}),
    ...(section ? { section } : {}),
  }
}

/** Puts other words below the heading of a section that is asked. */
export function rewriteSection(doc: Y.Doc, section: Section, text: string): void {
  const fragment = doc.getXmlFragment(FRAGMENT)
  const elements = fragment.toArray() as Y.XmlElement[]
  const start = elements.findIndex(one => readPart(one)?.section === section) + 1
  if (start === 0) return
  const length = elements.slice(start).findIndex(one => one.nodeName === 'part' || isAfter(one))
  fragment.delete(start, length < 0 ? elements.length - start : length)
  fragment.insert(
    start,
    text.split('\n').map(line => paragraphOf(line === '' ? [] : [line], false)),
  )
}

/** A fixed heading and where it stands among the elements. `place` names it: the path of its clause, its section, or itself. */
export type HeadingPlace = { at: number; place: string; title: string; level: number }

export function headingsIn(doc: Y.Doc): HeadingPlace[] {
  const headings = doc
    .getXmlFragment(FRAGMENT)
    .toArray()
    .flatMap((element, at): HeadingPlace[] => {
      const part = element instanceof Y.XmlElement ? readPart(element) : null
      if (!part) return []
      const title = `${part.label} ${part.title}`.trim()
      return [{ at, place: part.clausePath ?? part.section ?? title, title, level: part.level }]
    })
  return [...new Map(headings.toReversed().map(one => [one.place, one])).values()].toReversed()
}

function readBlock(element: Y.XmlElement, print: PrintFigure): CompiledBlock | null {
  if (element.nodeName === 'table') return tableBlock(element, print)
  if (element.nodeName !== 'paragraph') return null
  const pieces = readLine(element, print)
  if (pieces.every(piece => typeof piece === 'string' && piece.trim() === '')) return null
  return { kind: 'sentence', pieces, dash: element.getAttribute('dash') === (true as never) }
}

function tableBlock(table: Y.XmlElement, print: PrintFigure): CompiledBlock | null {
  const rows = childrenOf(table, 'row').map(row => childrenOf(row, 'cell').map(cell => readLine(cell, print)))
  return rows.length === 0 ? null : { kind: 'table', rows }
}

const childrenOf = (element: Y.XmlElement, name: string): Y.XmlElement[] =>
  element.toArray().filter((one): one is Y.XmlElement => one instanceof Y.XmlElement && one.nodeName === name)

/** The runs and figures of a line; runs that stand side by side are one. */
function readLine(line: Y.XmlElement, print: PrintFigure): Sentence {
  const pieces: Sentence = []
  for (const child of line.toArray()) {
    const piece = child instanceof Y.XmlText ? wordsOf(child) : figureOf(child as Y.XmlElement, print)
    const before = pieces.at(-1)
    if (typeof piece === 'string' && typeof before === 'string') pieces[pieces.length - 1] = before + piece
    else if (piece !== null && piece !== '') pieces.push(piece)
  }
  return pieces
}

function figureOf(element: Y.XmlElement, print: PrintFigure): Piece | null {
  const id = element.nodeName === 'figure' ? wordOf(element.getAttribute('id')) : ''
  if (!id) return null
  const words = print(id)
  return words === null ? NOT_TOLD : { figure: id, ...words }
}

/** In place of a figure that nothing tells any more, or that nobody can reckon. */
export const NOT_TOLD = '(không nêu riêng)'

const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')

/** The words of a line or table; a figure in it counts as written. */
export const plainOf = (element: Y.XmlElement, print = AS_ID): string => {
  const block = readBlock(element, print)
  const rows = block?.kind === 'table' ? block.rows.flat() : block?.kind === 'sentence' ? [block.pieces] : []
  return rows
    .map(line => line.map(piece => (typeof piece === 'string' ? piece : piece.text)).join(''))
    .join('\n')
    .trim()
}
