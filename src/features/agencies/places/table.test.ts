import { describe, expect, it } from 'vitest'
import type { Place } from './contract.ts'
import { readPlacesTable } from './table.ts'

const province: Place = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'province',
  code: '98',
  name: 'tỉnh Sơn Hà',
  parentId: null,
  parentName: null,
  validFrom: null,
  validTo: null,
  version: 1,
}
let count = 1
const newId = () => `00000000-0000-4000-8000-0000000001${String((count += 1)).padStart(2, '0')}`
const read = (text: string, standing = [province]) => readPlacesTable(text, standing, '2026-03-01', newId)
const outcomes = (text: string) => read(text).rows.map(row => row.problem?.code ?? row.place?.kind)

describe('a table of places', () => {
  it('enters communes under the province and villages under communes of the same table', () => {
    const { rows } = read('Tên;Thuộc;Từ ngày\nXã Hòa Bắc;;01/07/2025\nBản Lìm;Hoà Bắc;\nTổ dân phố 3;xã Hòa Bắc;2025-07-01')
    expect(rows.map(row => row.problem)).toEqual([null, null, null])
    const [commune, village, quarter] = rows.map(row => row.place!)
    expect(commune).toMatchObject({ kind: 'commune', parentId: province.id, validFrom: '2025-07-01' })
    expect([village!.parentId, quarter!.parentId]).toEqual([commune!.placeId, commune!.placeId])
  })

  it('says of each row why it cannot be entered', () => {
    const table = [
      'Loại,Tên,Mã,Thuộc,Đến ngày',
      ',Xã A,001,,',
      ',Xã A,,,',
      ',Xã B,001,,',
      ',Nậm Mây,,,',
      'Xã,,,,',
      'Thôn,Nà Lốc,,Xã C,',
      'Xã,D,x1,,',
      'Xã,E,,,32/1/2026',
      'Xã,F,,,',
    ].join('\n')
    expect(outcomes(table)).toEqual([
      'commune',
      'places.name-taken',
      'places.code-taken',
      'places.kind-unknown',
      'places.name-missing',
      'places.parent-unknown',
      'field.place-code',
      'field.date',
      'commune',
    ])
  })

  it('asks which one is meant where two communes bear the name', () => {
    expect(outcomes('Tên,Mã,Thuộc\nXã Tân Lập,1,\nPhường Tân Lập,2,\nThôn 1,,Tân Lập\nThôn 1,,2')).toEqual([
      'commune',
      'ward',
      'places.parent-ambiguous',
      'village',
    ])
  })

  it('needs the column of names and a row under it', () => {
    expect(read('Mã,Loại\n1,Xã').problem?.code).toBe('places.no-name-column')
    expect(read('').problem?.code).toBe('places.no-name-column')
    expect(read('Tên\n').problem?.code).toBe('places.empty-table')
  })
})
