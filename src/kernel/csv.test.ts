import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './csv.ts'

const cellsOf = (text: string) => parseCsv(text).map(row => row.cells)

describe('a table saved as CSV', () => {
  it('is read with commas, semicolons and tabs', () => {
    for (const mark of [',', ';', '\t'])
      expect(cellsOf(`\ufeffTên${mark}Mã\r\nXã Nậm Mây${mark}01`)).toEqual([
        ['Tên', 'Mã'],
        ['Xã Nậm Mây', '01'],
      ])
  })

  it('keeps marks, quotes and line ends that stand in quotes, and tells the line of the file', () => {
    expect(parseCsv('a,b\n"x, ""y""\nz",2\n\n ,\nc,d')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 6, cells: ['c', 'd'] },
    ])
  })

  it('reads back whatever was written', () => {
    const cell = fc.string().map(text => text.replace(/\r/g, '').normalize('NFC').trim())
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(table, rows => {
        const full = [['Tên', 'Mã'], ...rows].filter(cells => cells.some(Boolean))
        expect(cellsOf(full.map(cells => cells.map(quoted).join(',')).join('\n'))).toEqual(full)
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
