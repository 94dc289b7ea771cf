import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, type TextRun, VerticalAlign } from 'docx'
import type { Block, PaperTable } from '../contract.ts'
import type { SheetBlock, SheetFigure } from '../sheet.ts'
import { figureOf } from './figure.ts'
import { points } from './measures.ts'
import type { Numbering } from './numbering.ts'
import { dxa, gap, line, runsOf } from './text.ts'

type Paragraphed = Extract<Block, { kind: 'paragraph' }>
type Row = PaperTable['rows'][number]

/** `width` in twips. With `signed`, a last paragraph stays with the signatures that follow it. */
type Place = { width: number; numbering: Numbering; signed: boolean }

/** The blocks of a text as paragraphs and tables. Labels are printed as they stand, by Word's own numbering. */
export const bodyOf = (blocks: SheetBlock[], { width, numbering, signed }: Place): (Paragraph | Table)[] =>
  blocks.flatMap((block, at): (Paragraph | Table)[] => {
    if (block.kind === 'heading') return [labelled(`Heading${block.level}`, block.label, runsOf(block.text), numbering, {})]
    if (block.kind === 'paragraph') return [paragraph(block, numbering, signed && at === blocks.length - 1)]
    if (block.kind === 'figure') return figureBlocks(block, width, numbering)
    const caption = block.table.caption === null ? [gap(4, true)] : [line('Caption', block.table.caption)]
    return [...caption, tableOf(block.table, width, TEXT), gap(2)]
  })

/** A drawing, its name and its table stay on one page. */
function figureBlocks({ drawing, title, table }: SheetFigure, width: number, numbering: Numbering): (Paragraph | Table)[] {
  const name = new Paragraph({ style: 'FigureTitle', keepNext: table !== null, children: runsOf(title) })
  const below = table === null ? [] : [tableOf(table, width, BELOW_FIGURE), gap(10)]
  return [figureOf(drawing, numbering.nextFigure()), name, ...below]
}

/** The styles of a table's words; `side`: points that stay white at the sides of a cell; whether its rows stay with the next. */
type Look = { head: string; text: string; side: number; together: boolean }
const TEXT: Look = { head: 'TableHead', text: 'TableText', side: 4, together: false }
const BELOW_FIGURE: Look = { head: 'FigureHead', text: 'FigureText', side: 2, together: true }

const paragraph = ({ label, level, runs }: Paragraphed, numbering: Numbering, keepNext: boolean): Paragraph => {
  const children = runs.flatMap(({ text, bold, italic }) => runsOf(text, { bold, italics: italic }))
  return labelled(level ? `Clause${level}` : 'Text', label ?? '', children, numbering, keepNext ? { keepNext } : {})
}

/** A paragraph that begins with its label, which is text only where no list can print it. */
function labelled(style: string, label: string, children: TextRun[], numbering: Numbering, keep: { keepNext?: true }): Paragraph {
  const place = numbering.placeOf(label)
  if (place) return new Paragraph({ ...keep, style, numbering: place, children })
  return new Paragraph({ ...keep, style, children: label.trim() === '' ? children : [...runsOf(`${label} `), ...children] })
}

function tableOf({ columns, rows }: PaperTable, width: number, look: Look): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map(column => Math.floor((column.width / whole) * width))
  const keepNext = (row: number) => look.together && row < rows.length - 1
  const head = columns.map(({ title }, at) =>
    cell([new Paragraph({ style: look.head, keepNext: keepNext(-1), children: runsOf(title) })], widths[at]!),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: dxa(width),
    columnWidths: widths,
    margins: { left: points(look.side), right: points(look.side) },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map((row, at) => rowOf(row, columns, widths, { style: look.text, keepNext: keepNext(at) })),
    ],
  })
}

function rowOf(row: Row, columns: PaperTable['columns'], widths: number[], of: { style: string; keepNext: boolean }): TableRow {
  if (row.section) {
    const text = new Paragraph({ ...of, keepNext: true, children: runsOf(row.cells.join(' '), { bold: true }) })
    const spanning = new TableCell({ children: [text], columnSpan: columns.length, verticalAlign: VerticalAlign.CENTER })
    return new TableRow({ cantSplit: true, children: [spanning] })
  }
  const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
  const cells = row.cells.map((text, at) => {
    const children = runsOf(text, { bold: row.total })
    return cell([new Paragraph({ ...of, alignment: alignments[columns[at]!.align], children })], widths[at]!)
  })
  return new TableRow({ cantSplit: true, children: cells })
}

const cell = (children: Paragraph[], width: number): TableCell =>
  new TableCell({ children, width: dxa(width), verticalAlign: VerticalAlign.CENTER })
