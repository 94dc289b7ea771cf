import { Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx'
import type { Layout } from '../layout.ts'
import type { Sheet } from '../sheet.ts'
import { halfPoints, points, roughWidth, textWidth, twips } from './measures.ts'
import { dxa, gap, line, rule, runsOf, unruled } from './text.ts'

/** Number, bodies and banner side by side, then the title, Kính gửi and the legal bases. */
export function headOf(sheet: Sheet, layout: Layout): (Paragraph | Table)[] {
  const bases = sheet.bases.map(basis => line('Basis', basis))
  return [headTable(sheet, layout), ...titleLines(sheet, layout), ...addressing(sheet), ...bases]
}

function headTable(sheet: Sheet, layout: Layout): Table {
  const whole = textWidth(layout, false)
  const left = Math.round(whole * layout.head.share)
  const widths = [left, whole - left]
  const rows = [
    [issuerLines(sheet, layout, left), bannerLines(layout, whole - left)],
    [[line('Number', sheet.head.number)], [line('PlaceDate', sheet.head.date)]],
  ]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: dxa(whole),
    columnWidths: widths,
    borders: unruled,
    margins: { left: points(4), right: points(4) },
    rows: rows.map(cells => new TableRow({ children: cells.map((children, at) => cellOf(children, widths[at]!)) })),
  })
}

const cellOf = (children: Paragraph[], width: number): TableCell => new TableCell({ children, width: dxa(width) })

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
  const last = head.issuers.at(-1)?.text ?? ''
  return [...lines, rule(shareOf(last, layout.head.bodySize, column, layout), column)]
}

const bannerLines = ({ banner }: Layout, column: number): Paragraph[] =>
  banner.flatMap(({ text, size, em, ruled }) => {
    const words = line('Banner', text, { size: halfPoints(size) })
    return ruled ? [words, rule(points(em * size), column)] : [words]
  })

/** The rule under a text: a share of its width, at most of the column's. */
const shareOf = (text: string, size: number, column: number, { ruleShare }: Layout): number =>
  Math.round(Math.min(roughWidth(text, size), column) * ruleShare)

function titleLines({ typeName, subject }: Sheet, layout: Layout): Paragraph[] {
  const lines = [line('TypeName', typeName), ...subject.map(text => line('Subject', text))]
  if (layout.title.under === 'hyphens') return [...lines, line('Subject', '-----', { bold: false }), gap(6)]
  const column = textWidth(layout, false)
  const last = subject.at(-1) ?? typeName
  return [...lines, rule(shareOf(last, layout.title.subjectSize, column, layout), column), gap(6)]
}

function addressing({ addressing }: Sheet): Paragraph[] {
  if (!addressing) return []
  const { salutation, names } = addressing
  if (names.length === 1)
    return [new Paragraph({ style: 'Addressee', alignment: 'center', children: runsOf(`${salutation}: ${names[0]}`) }), gap(6)]
  const items = [`${salutation}:`, ...names.map((name, nth) => `- ${name}${nth === names.length - 1 ? '.' : ';'}`)]
  return [
    ...items.map(text => new Paragraph({ style: 'Addressee', indent: { left: twips(25) }, children: runsOf(text) })),
    gap(6),
  ]
}
