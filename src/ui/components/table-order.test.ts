import { expect, test } from 'vitest'
import { type Column, orderRows } from './table-order.ts'

type Row = { name: string; count: number | null }
const rows: Row[] = [
  { name: 'Ăn', count: 10 },
  { name: 'Đào', count: null },
  { name: 'An', count: 9 },
  { name: 'Dung', count: 100 },
]
const columns: Column<Row>[] = [
  { key: 'name', title: 'Tên', cell: row => row.name, sort: row => row.name },
  { key: 'count', title: 'Số', cell: row => row.count, sort: row => row.count },
]
const names = (order: { key: string; down: boolean } | null) => orderRows(rows, columns, order).map(row => row.name)

test('text sorts by the Vietnamese dictionary', () => {
  expect(names({ key: 'name', down: false })).toEqual(['An', 'Ăn', 'Dung', 'Đào'])
  expect(names({ key: 'name', down: true })).toEqual(['Đào', 'Dung', 'Ăn', 'An'])
})

test('numbers sort by value and absent ones stand last either way', () => {
  expect(names({ key: 'count', down: false })).toEqual(['An', 'Ăn', 'Dung', 'Đào'])
  expect(names({ key: 'count', down: true })).toEqual(['Dung', 'Ăn', 'An', 'Đào'])
})

test('without an order the rows stay as they came', () => expect(names(null)).toEqual(['Ăn', 'Đào', 'An', 'Dung']))
