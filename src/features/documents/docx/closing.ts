import { Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx'
import type { Layout } from '../layout.ts'
import type { Sheet, SignatureCell } from '../sheet.ts'
import { points, textWidth } from './measures.ts'
import { dxa, gap, line, runsOf, unruled } from './text.ts'

/** Signatures, and Nơi nhận at the left: beside a single signature, below those of a joint paper. */
export function closingOf(sheet: Sheet, layout: Layout): (Paragraph | Table)[] {
  const recipients = recipientLines(sheet)
  if (sheet.signatures.length === 0) return recipients
  const { joint } = sheet
  const rows = sheet.signatures.map(([left, right]) => [joint ? signature(left, joint) : recipients, signature(right, joint)])
  const table = halves(rows, textWidth(layout, false))
  return joint ? [gap(12, true), table, ...recipients] : [gap(12, true), table]
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

/** Names of a joint paper stay on the page of the Nơi nhận below them. */
function signature(cell: SignatureCell | null, keepNext: boolean): Paragraph[] {
  if (!cell) return []
  const name = new Paragraph({ style: 'SignerName', keepNext, children: runsOf(cell.name) })
  return [...cell.lines.map(({ text, bold }) => line('Signer', text, { bold })), name]
}

/** So many stand on one page with the names above them. */
const KEPT_TOGETHER = 20

const recipientLines = ({ recipients }: Sheet): Paragraph[] => {
  if (!recipients) return []
  const { label, items } = recipients
  const keeps = (at: number) => at < items.length - 1 && items.length <= KEPT_TOGETHER
  return [
    new Paragraph({ style: 'RecipientsLabel', children: runsOf(label) }),
    ...items.map((text, at) => new Paragraph({ style: 'Recipient', keepNext: keeps(at), children: runsOf(text) })),
  ]
}
