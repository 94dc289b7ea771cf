import type { ReactNode } from 'react'
import { compareVietnamese } from '../../kernel/vietnamese.ts'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** What the column sorts by; absent where it does not sort. Nulls stand last. */
  sort?: (row: Row) => string | number | null
  align?: 'right' | 'center'
  /** It holds buttons: a printed table is without it. */
  buttons?: true
  /** A CSS width such as "9rem". */
  width?: string
}
export type Order = { key: string; down: boolean }

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareVietnamese(String(a), String(b))
}

/** The rows in the order asked for: text by the Vietnamese dictionary, numbers by value, absent ones last either way. */
export function orderRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | null): readonly Row[] {
  const by = columns.find(column => column.key === order?.key)?.sort
  if (!order || !by) return rows
  const keyed = rows.map(row => ({ row, key: by(row) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return order.down ? compare(b.key, a.key) : compare(a.key, b.key)
  })
  return keyed.map(({ row }) => row)
}
