import { describe, expect, it } from 'vitest'
import type { Place, PlaceKind } from './contract.ts'
import { type MappingRow, mapPlaces } from './mapping.ts'
import { readMappingTable } from './mapping-table.ts'

const DAY = '2025-07-01'
const place = (id: string, kind: PlaceKind, name: string, parentId: string | null, more: Partial<Place> = {}): Place => ({
  id,
  kind,
  name,
  parentId,
  parentName: null,
  code: null,
  validFrom: null,
  validTo: null,
  version: 1,
  ...more,
})
const begun = { validFrom: DAY }
const all = [
  place('T', 'province', 'tỉnh Sơn Hà', null),
  place('H', 'district', 'huyện Nậm Mây', 'T', { validTo: '2025-06-30' }),
  place('A', 'commune', 'xã Hòa An', 'H', { parentName: 'huyện Nậm Mây', code: '11' }),
  place('B', 'commune', 'xã Hòa Bình', 'H', { parentName: 'huyện Nậm Mây', code: '12' }),
  place('a1', 'village', 'thôn 1', 'A'),
  place('b1', 'village', 'thôn 1', 'B'),
  place('N', 'commune', 'xã Nậm Mây', 'T', { ...begun, parentName: 'tỉnh Sơn Hà', code: '21' }),
  place('K', 'commune', 'xã Khe Lùng', 'T', { ...begun, parentName: 'tỉnh Sơn Hà', code: '22' }),
]
const places = new Map(all.map(one => [one.id, one]))
const map = (pairs: [string, string][], earlier: string[] = []) => {
  const rows = pairs.map(([placeId, successorId]): MappingRow => ({ placeId, successorId }))
  return mapPlaces(rows, { places, earlier: new Set(earlier), from: DAY })
}
const codeOf = (pairs: [string, string][], earlier?: string[]) => map(pairs, earlier).problem?.code

describe('a table of old and new units', () => {
  it('ends the old ones and takes along what lies in them', () => {
    const { mapped } = map([
      ['A', 'N'],
      ['B', 'N'],
      ['H', 'T'],
    ])
    expect(mapped?.ended).toEqual(['A', 'B', 'H'])
    expect(mapped?.moves).toEqual([
      { placeId: 'a1', from: 'A', to: 'N' },
      { placeId: 'b1', from: 'B', to: 'N' },
    ])
  })

  it('leaves no village nowhere: each of a split commune has a row of its own', () => {
    expect(
      codeOf([
        ['A', 'N'],
        ['A', 'K'],
      ]),
    ).toBe('places.village-nowhere')
    const { mapped } = map([
      ['A', 'N'],
      ['A', 'K'],
      ['a1', 'K'],
    ])
    expect(mapped?.moves).toEqual([{ placeId: 'a1', from: 'A', to: 'K' }])
    expect(
      codeOf([
        ['A', 'N'],
        ['A', 'K'],
        ['a1', 'K'],
        ['a1', 'N'],
      ]),
    ).toBe('places.village-in-two')
  })

  it('refuses a unit that is over already, begins later, is of another level, or ends itself', () => {
    expect(codeOf([['A', 'N']], ['A'])).toBe('places.mapped-before')
    expect(codeOf([['N', 'K']])).toBe('places.mapped-too-early')
    expect(codeOf([['A', 'T']])).toBe('places.successor-kind')
    expect(
      codeOf([
        ['A', 'B'],
        ['B', 'N'],
      ]),
    ).toBe('places.successor-ends')
    expect(
      codeOf([
        ['A', 'N'],
        ['A', 'N'],
      ]),
    ).toBe('places.mapped-twice')
    expect(codeOf([['A', 'x']])).toBe('not-found')
  })
})

describe('a mapping as offices publish it', () => {
  const read = (...lines: string[][]) =>
    readMappingTable(
      lines.map((cells, at) => ({ line: at + 1, cells })),
      all,
      DAY,
    )
  const found = (...lines: string[][]) => read(...lines).rows.map(row => row.row && `${row.row.placeId}>${row.row.successorId}`)

  it('names units by code or by name, in either spelling, in any Unicode form and without marks', () => {
    expect(found(['Mã cũ', 'Mã mới'], ['11', '21'])).toEqual(['A>N'])
    const head = ['Đơn vị cũ', 'Thuộc cũ', 'Đơn vị mới']
    const typed = ['Hoà Bình', 'xã Hòa Bình'.normalize('NFD'), 'xa hoa binh']
    expect(found(head, ...typed.map(old => [old, 'Nậm Mây', 'Xã Khe Lùng']))).toEqual(['B>K', 'B>K', 'B>K'])
  })

  it('says which line it does not know, and that a head is missing', () => {
    expect(read(['Mã cũ', 'Mã mới'], ['99', '21']).rows[0]?.problem?.code).toBe('places.place-unknown')
    expect(read(['Tên', 'Mã'], ['a', 'b']).problem?.code).toBe('places.no-mapping-columns')
  })
})
