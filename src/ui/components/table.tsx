import { type ReactNode, useMemo, useState } from 'react'
import { t } from '../messages/index.ts'
import { type Column, type Order, orderRows } from './table-order.ts'
import { AllRows, VirtualRows } from './table-rows.tsx'
import { usePrinting } from './use-printing.ts'

export type { Column } from './table-order.ts'

type TableProps<Row> = {
  /** What the table shows; read aloud, and seen above it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The order at first; the person changes it by the heads. */
  order?: Order | null
  /** Cells of the total row of what is shown, by column key. */
  totals?: Record<string, ReactNode>
}

/** More rows than this are drawn only where they are seen; printing draws all. */
const VIRTUAL_FROM = 200

/** A table with a head that stays, Vietnamese sorting and a total of what is shown. */
export function Table<Row>({ caption, columns: all, rows, keyOf, order: first = null, totals }: TableProps<Row>) {
  const [order, setOrder] = useState<Order | null>(first)
  const printing = usePrinting()
  const columns = printing ? all.filter(column => !column.buttons) : all
  const ordered = useMemo(() => orderRows(rows, all, order), [rows, all, order])
  const Rows = ordered.length > VIRTUAL_FROM && !printing ? VirtualRows : AllRows
  return (
    <section className="table-place" aria-label={caption} tabIndex={-1}>
      <table className="table" aria-rowcount={ordered.length + 1}>
        <caption>
          {caption} · {t('part.rows', { count: rows.length })}
        </caption>
        <thead>
          <tr>
            {columns.map(column => (
              <Head key={column.key} column={column} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <Rows rows={ordered} columns={columns} keyOf={keyOf} />
        {totals && <Totals columns={columns} totals={totals} />}
      </table>
    </section>
  )
}

type HeadProps<Row> = { column: Column<Row>; order: Order | null; onOrder: (order: Order) => void }

function Head<Row>({ column, order, onOrder }: HeadProps<Row>) {
  const mine = order?.key === column.key
  const turn = () => onOrder({ key: column.key, down: mine ? !order.down : false })
  const sort = mine ? (order.down ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" className={column.align} aria-sort={sort} style={column.width ? { width: column.width } : undefined}>
      {column.sort ? (
        <button type="button" onClick={turn} title={t('part.sort-by', { column: column.title })}>
          {column.title}
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

function Totals<Row>({ columns, totals }: { columns: readonly Column<Row>[]; totals: Record<string, ReactNode> }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) => (
          <td key={column.key} className={column.align} data-label={column.title}>
            <div>{totals[column.key] ?? (at === 0 ? t('part.total') : null)}</div>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
