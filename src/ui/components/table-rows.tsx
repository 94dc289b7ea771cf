import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Column } from './table-order.ts'

export type RowsProps<Row> = { rows: readonly Row[]; columns: readonly Column<Row>[]; keyOf: (row: Row) => string }

const ROW_HEIGHT = 36
const AROUND = 12

const Cells = <Row,>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) =>
  columns.map(column => (
    <td key={column.key} className={column.align} data-label={column.title}>
      <div>{column.cell(row)}</div>
    </td>
  ))

export const AllRows = <Row,>({ rows, columns, keyOf }: RowsProps<Row>) => (
  <tbody>
    {rows.map(row => (
      <tr key={keyOf(row)}>
        <Cells row={row} columns={columns} />
      </tr>
    ))}
  </tbody>
)

/** Only the rows in sight; empty rows above and below keep the page's length. */
export function VirtualRows<Row>({ rows, columns, keyOf }: RowsProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: AROUND,
    scrollMargin: top,
  })
  const seen = virtual.getVirtualItems()
  const above = (seen[0]?.start ?? top) - top
  const below = virtual.getTotalSize() - ((seen.at(-1)?.end ?? top) - top)
  return (
    <tbody ref={body}>
      <Gap height={above} />
      {seen.map(({ index }) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <tr key={keyOf(row)} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
            <Cells row={row} columns={columns} />
          </tr>
        )
      })}
      <Gap height={below} />
    </tbody>
  )
}

const Gap = ({ height }: { height: number }) => (height > 0 ? <tr className="gap" aria-hidden="true" style={{ height }} /> : null)
