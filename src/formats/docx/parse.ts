import { setImmediate } from 'node:timers/promises'
import { type ReadProgress, type Source, Unreadable } from '../source.ts'
import { createSourceWriter, type SourceWriter } from '../source-writer.ts'
import { type DocxPackage, openPackage } from './read/package.ts'
import { readParagraph } from './read/paragraph.ts'
import { type Reading, startReading } from './read/reading.ts'
import { readTable } from './read/table.ts'
import { childrenOf, createXmlReader, type Element, findChild } from './read/xml.ts'

/**
 * Reads a DOCX as Word prints it: automatic numbering as its printed labels, insertions kept, deletions and hidden text
 * left out, notes at the end. Heads and feet of pages stand aside.
 * @throws Unreadable 'corrupt', 'bomb', or 'empty' where it prints no text
 */
export const parseDocx = async (bytes: Uint8Array, progress?: ReadProgress): Promise<Source> => {
  const parts = openPackage(bytes)
  const reading = startReading(parts)
  const writer = createSourceWriter()
  for await (const block of streamBlocks(parts, progress)) writeBlock(block, reading, writer)
  writeNotes(parts, reading, writer)
  const aside = parts.margins.flatMap(margin => blockLines(childrenOf(margin), reading))
  const source = writer.finish({ format: 'docx', signatures: [], notes: [...reading.odd], aside })
  if (!source.text.trim()) throw new Unreadable('empty')
  return source
}

/** Children of the body, each forgotten once it has been written. */
async function* streamBlocks({ zip, main }: DocxPackage, progress?: ReadProgress): AsyncGenerator<Element> {
  const reader = createXmlReader(2)
  for (const { bytes, done, total } of zip.read(main)) {
    yield* reader.write(bytes)
    progress?.(done, total, 'part')
    await setImmediate()
  }
  yield* reader.end()
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo'])

const writeBlock = (block: Element, reading: Reading, writer: SourceWriter): void => {
  if (block.name === 'w:p') {
    for (const line of paragraphLines(block, reading)) writer.line(line)
  } else if (block.name === 'w:tbl') {
    writeTable(block, reading, writer)
  } else if (WRAPPERS.has(block.name)) {
    for (const child of childrenOf(block)) writeBlock(child, reading, writer)
  } else if (block.name === 'mc:AlternateContent') {
    for (const child of childrenOf(chosenOf(block))) writeBlock(child, reading, writer)
  }
}

const chosenOf = (alternatives: Element): Element | undefined =>
  findChild(alternatives, 'mc:Choice') ?? findChild(alternatives, 'mc:Fallback')

/** The paragraph itself, then the text boxes anchored in it. */
const paragraphLines = (paragraph: Element, reading: Reading): string[] => {
  const printed = readParagraph(paragraph, reading)
  if (!printed) return []
  return [printed.text, ...printed.boxes.flatMap(box => blockLines(childrenOf(box), reading))]
}

/** Blocks within a cell or a text box, as plain lines. */
const blockLines = (blocks: readonly Element[], reading: Reading): string[] =>
  blocks.flatMap(block => {
    if (block.name === 'w:p') return paragraphLines(block, reading)
    if (block.name === 'w:tbl') return nestedLines(block, reading)
    if (WRAPPERS.has(block.name)) return blockLines(childrenOf(block), reading)
    return block.name === 'mc:AlternateContent' ? blockLines(childrenOf(chosenOf(block)), reading) : []
  })

const nestedLines = (table: Element, reading: Reading): string[] => {
  const printed = readTable(table, reading, blocks => blockLines(blocks, reading))
  if (printed.kind === 'blocks') return printed.lines
  return printed.rows.map(row => row.map(cell => cell.text.replaceAll('\n', ' ')).join('\t'))
}

const writeTable = (table: Element, reading: Reading, writer: SourceWriter): void => {
  const printed = readTable(table, reading, blocks => blockLines(blocks, reading))
  if (printed.kind === 'blocks') {
    for (const line of printed.lines) writer.line(line)
    return
  }
  const rows = writer.table()
  for (const cells of printed.rows) rows.row(cells, null)
}

/** Footnotes and endnotes in the order of their references, numbered "[1]" as the reader meets them. */
const writeNotes = (parts: DocxPackage, reading: Reading, writer: SourceWriter): void => {
  const find = (kind: 'footnote' | 'endnote', id: string): Element | undefined =>
    childrenOf(parts[`${kind}s`] ?? undefined).find(note => note.attributes['w:id'] === id)
  const notes = reading.notes.splice(0)
  if (notes.length) writer.line('')
  for (const [i, { kind, id }] of notes.entries()) {
    const lines = blockLines(childrenOf(find(kind, id)), reading)
    writer.line(`[${i + 1}] ${lines.join(' ').trim()}`)
  }
}
