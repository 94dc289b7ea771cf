import { Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx'
import type { Layout } from '../layout.ts'
import type { Sheet, SignatureCell } from '../sheet.ts'
import { points, textWidth } from './measures.ts'
import { dxa, gap, line, runsOf, unruled } from './text.ts'

/** Signatures, and Nơi nhận at the left: beside a single signature, below those of a joint paper. */
export function closingOf(sheet: Sheet, layout: Layout): (Paragraph | Table)[] {
  const recipients = recipientLines(sheet)
  if (sheet.signatures.length === 0) return recipients
  const rows = sheet.signatures.map(([left, right]) => [sheet.joint ? signature(left) : recipients, signature(right)])
  const table = halves(rows, textWidth(layout, false))
  return sheet.joint ? [gap(12, true), table, ...recipients] : [gap(12, true), table]
}

function halves(rows: Paragraph[][][], whole: number): Table {
  const half = Math.floor(whole / 2)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: dxa(whole),
    columnWidths: [half, whole - half],
    borders: unruled,
    margins: { left: points(4), right: points(4), bottom: points(10) },
    rows: rows.map(
      cells =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            children => new TableCell({ width: dxa(half), children: children.length > 0 ? children : [new Paragraph({})] }),
          ),
        }),
    ),
  })
}

const signature = (cell: SignatureCell | null): Paragraph[] =>
  cell ? [...cell.lines.map(({ text, bold }) => line('Signer', text, { bold })), line('SignerName', cell.name)] : []

const recipientLines = ({ recipients }: Sheet): Paragraph[] =>
  recipients
    ? [
        new Paragraph({ style: 'RecipientsLabel', children: runsOf(recipients.label) }),
        ...recipients.items.map(text => line('Recipient', text)),
      ]
    : []
