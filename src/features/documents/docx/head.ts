import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx'
import type { Layout } from '../layout.ts'
import type { Sheet } from '../sheet.ts'
import { roughWidth } from '../title-lines.ts'
import { halfPoints, points, textWidth, twips } from './measures.ts'
import { dxa, gap, line, rule, runsOf, unruled } from './text.ts'

/** Number, bodies and banner side by side, then the title, Kính gửi and the legal bases. */
export function headOf(sheet: Sheet, layout: Layout): (Paragraph | Table)[] {
  const { decree, bases } = sheet
  return [
    headTable(sheet, layout),
    ...titleOf(sheet, layout),
    ...addressing(sheet, layout),
    ...(decree ? [line('Decree', decree.authority)] : []),
    ...bases.map(basis => line('Basis', basis)),
    ...(decree ? [line('Decree', decree.word)] : []),
  ]
}

const CELL_MARGIN = points(4)

function headTable(sheet: Sheet, layout: Layout): Table {
  const whole = textWidth(layout, false)
  const left = Math.round(whole * layout.head.share)
  const widths = [left, whole - left]
  // What is printed stands between the margins of its cell.
  const [issuing, banner] = widths.map(width => width - 2 * CELL_MARGIN) as [number, number]
  const rows = [
    [issuerLines(sheet, layout, issuing), bannerLines(layout, banner)],
    [
      [line('Number', sheet.head.number), ...aboutLines(sheet), ...urgencyBox(sheet, layout)],
      [line('PlaceDate', sheet.head.date)],
    ],
  ]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: dxa(whole),
    columnWidths: widths,
    borders: unruled,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    rows: rows.map(cells => new TableRow({ children: cells.map((children, at) => cellOf(children, widths[at]!)) })),
  })
}

/** What a letter is about; the gap stands above its first line. */
const aboutLines = ({ head }: Sheet): Paragraph[] =>
  head.about.map(
    (text, nth) => new Paragraph({ style: 'About', ...(nth > 0 ? { spacing: { before: 0 } } : {}), children: runsOf(text) }),
  )

const SEAL_RED = 'C00000'

/** The red box of the urgency, 8 mm high. */
function urgencyBox({ urgency }: Sheet, layout: Layout): (Paragraph | Table)[] {
  if (!urgency) return []
  const edge = { style: BorderStyle.SINGLE, size: 8, color: SEAL_RED }
  const words = new TextRun({ text: urgency.word, bold: true, color: SEAL_RED, size: halfPoints(layout.urgency.size) })
  const box = new TableCell({
    children: [new Paragraph({ style: 'Urgency', children: [words] })],
    width: dxa(twips(urgency.width)),
    verticalAlign: VerticalAlign.CENTER,
  })
  const table = new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: dxa(twips(urgency.width)),
    columnWidths: [twips(urgency.width)],
    margins: { left: 0, right: 0 },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    rows: [new TableRow({ height: { value: twips(8), rule: HeightRule.EXACT }, children: [box] })],
  })
  return [gap(6), table, gap(2)]
}

const cellOf = (children: (Paragraph | Table)[], width: number): TableCell => new TableCell({ children, width: dxa(width) })

function issuerLines({ head }: Sheet, layout: Layout, column: number): Paragraph[] {
  const lines = head.issuers.map(
    ({ text, role, starts }) =>
      new Paragraph({
        style: role === 'parent' ? 'Parent' : 'Issuer',
        spacing: { before: starts ? points(4) : 0 },
        children: runsOf(text),
      }),
  )
  if (layout.head.under === 'star') return [...lines, line('Issuer', '*', { bold: false })]
  const [first = ''] = (head.issuers.at(-1)?.text ?? '').split('\n')
  return [...lines, rule(shareOf(first, layout.head.bodySize, column, layout), column)]
}

const bannerLines = ({ banner }: Layout, column: number): Paragraph[] =>
  banner.flatMap(({ text, size, em, ruled }) => {
    const words = line('Banner', text, { size: halfPoints(size) })
    return ruled ? [words, rule(points(em * size), column)] : [words]
  })

/** The rule under a text: a share of its width, at most of the column's. */
const shareOf = (text: string, size: number, column: number, { ruleShare }: Layout): number =>
  Math.round(Math.min(points(roughWidth(text, size)), column) * ruleShare)

function titleOf({ typeName, subject }: Sheet, layout: Layout): Paragraph[] {
  if (typeName === '') return [gap(12)]
  const lines = [line('TypeName', typeName), ...subject.map(text => line('Subject', text))]
  if (layout.title.under === 'hyphens') return [...lines, line('Subject', '-----', { bold: false }), gap(6)]
  const column = textWidth(layout, false)
  const last = subject.at(-1) ?? typeName
  return [...lines, rule(shareOf(last, layout.title.subjectSize, column, layout), column), gap(6)]
}

function addressing({ addressing }: Sheet, { addressing: { italic } }: Layout): Paragraph[] {
  if (!addressing) return []
  const { salutation, names } = addressing
  const opens = runsOf(`${salutation}:`, { italics: italic })
  const [only = ''] = names
  if (names.length === 1)
    return [new Paragraph({ style: 'Addressee', alignment: 'center', children: [...opens, ...runsOf(` ${only}`)] }), gap(6)]
  const place = { style: 'Addressee', indent: { left: twips(25) } }
  return [
    new Paragraph({ ...place, children: opens }),
    ...names.map(name => new Paragraph({ ...place, children: runsOf(name) })),
    gap(6),
  ]
}
