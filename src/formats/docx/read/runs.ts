import { healLegacy } from '../../text/parse.ts'
import { printBullet } from './numbering.ts'
import type { Reading } from './reading.ts'
import { type Look, mergeLooks, readLook } from './styles.ts'
import { type Element, findChild, valueOf } from './xml.ts'

/** The text of a paragraph's runs, and the text boxes anchored among them. */
export type RunText = { text: string; boxes: Element[] }

type Piece = { text: string; font: string | null }
type Sink = { pieces: Piece[]; boxes: Element[] }

/** @param look what the paragraph's style says of letters */
export const readRuns = (paragraph: Element, look: Look, reading: Reading): RunText => {
  const sink: Sink = { pieces: [], boxes: [] }
  for (const child of paragraph.children) if (typeof child !== 'string') readInline(child, look, reading, sink)
  return { text: joinPieces(sink.pieces, reading), boxes: sink.boxes }
}

/** Wrappers that print what they hold: links, content controls, smart tags, simple fields, inserted and moved-in text. */
const readInline = (element: Element, look: Look, reading: Reading, sink: Sink): void => {
  switch (element.name) {
    case 'w:r':
      return readRun(element, look, reading, sink)
    case 'w:del':
    case 'w:moveFrom':
      reading.odd.add('tracked-changes')
      return
    case 'w:pPr':
    case 'w:sdtPr':
      return
    case 'w:ins':
    case 'w:moveTo':
      reading.odd.add('tracked-changes')
      break
    case 'mc:AlternateContent':
      return readChoice(element, chosen => readInline(chosen, look, reading, sink))
  }
  for (const child of element.children) if (typeof child !== 'string') readInline(child, look, reading, sink)
}

const readRun = (run: Element, paragraphLook: Look, reading: Reading, sink: Sink): void => {
  const properties = findChild(run, 'w:rPr')
  const look = mergeLooks([
    readLook(properties),
    reading.styles.lookOf(valueOf(properties, 'w:rStyle')),
    paragraphLook,
    reading.styles.base,
  ])
  for (const child of run.children) if (typeof child !== 'string') readRunChild(child, look, reading, sink)
}

const readRunChild = (child: Element, look: Look, reading: Reading, sink: Sink): void => {
  if (child.name === 'w:fldChar') return turnField(child.attributes['w:fldCharType'] ?? '', reading)
  if (child.name === 'mc:AlternateContent') return readChoice(child, chosen => readRunChild(chosen, look, reading, sink))
  if (reading.fields.includes('instruction') || look.hidden) return
  if (/^(?:w:drawing|w:pict|w:object|mc:)/.test(child.name)) {
    sink.boxes.push(...findBoxes(child))
    return
  }
  const text = printRunChild(child, reading)
  if (text) sink.pieces.push({ text: look.caps ? text.toUpperCase() : text, font: look.font })
}

const turnField = (turn: string, reading: Reading): void => {
  if (turn === 'begin') reading.fields.push('instruction')
  else if (turn === 'separate') reading.fields.splice(-1, 1, 'result')
  else if (turn === 'end') reading.fields.pop()
}

const printRunChild = (child: Element, reading: Reading): string => {
  switch (child.name) {
    case 'w:t':
      // Blanks count only where the file says so; Word always says so where they do.
      return child.children
        .filter(part => typeof part === 'string')
        .join('')
        .replace(/\n/g, ' ')
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
      return child.attributes['w:type'] === 'page' ? '\f' : '\n'
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym':
      return printSymbol(child)
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      reading.notes.push({
        kind: child.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
        id: child.attributes['w:id'] ?? '',
      })
      return ''
    default:
      return ''
  }
}

const printSymbol = ({ attributes }: Element): string => {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  return code > 0 && code <= 0xffff ? printBullet(String.fromCharCode(code), attributes['w:font'] ?? '') : ''
}

/** Of a drawing given twice, for newer and older programs, one is read. */
const readChoice = (alternatives: Element, read: (chosen: Element) => void): void => {
  const chosen = findChild(alternatives, 'mc:Choice') ?? findChild(alternatives, 'mc:Fallback')
  for (const child of chosen?.children ?? []) if (typeof child !== 'string') read(child)
}

/** Text boxes within a drawing, outermost only: what stands in a box is read with it. */
const findBoxes = (drawing: Element): Element[] => {
  if (drawing.name === 'w:txbxContent') return [drawing]
  if (drawing.name === 'mc:AlternateContent') {
    const chosen = findChild(drawing, 'mc:Choice') ?? findChild(drawing, 'mc:Fallback')
    return chosen ? findBoxes(chosen) : []
  }
  return drawing.children.flatMap(child => (typeof child === 'string' ? [] : findBoxes(child)))
}

/** Neighbours of one font are set together before they are healed, for a legacy letter and its mark may be two runs. */
const joinPieces = (pieces: readonly Piece[], reading: Reading): string => {
  const runs: Piece[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last && last.font === piece.font) last.text += piece.text
    else runs.push({ ...piece })
  }
  return runs.map(run => heal(run, reading)).join('')
}

const heal = ({ text, font }: Piece, reading: Reading): string => {
  const code = font && /^(?:\.Vn|VNI[-\s])/i.exec(font.trim())?.[0]
  if (!code) return text
  const healed = healLegacy(text, font)
  if (healed !== text) reading.odd.add(code.startsWith('.') ? 'tcvn3' : 'vni')
  return healed
}
