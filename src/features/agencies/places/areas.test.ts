import { describe, expect, it } from 'vitest'
import { areaClassIn, areaClassOf, type Held, holdersOn, holdsOn, reachOf, readAreasTable, whyNotAreas } from './areas.ts'
import type { Place } from './contract.ts'

const commune = (id: string, name: string, code: string): Place => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  kind: 'commune',
  code,
  name,
  parentId: 'p',
  parentName: 'tỉnh Sơn Hà',
  validFrom: null,
  validTo: null,
  version: 1,
})
const places = [
  commune('1', 'xã Hòa Bắc', '1'),
  commune('2', 'xã Bản Lìm', '2'),
  { ...commune('3', 'bản Lìm', '3'), kind: 'village', code: null, parentName: 'xã Bản Lìm' } as Place,
]
let count = 10
const newId = () => `00000000-0000-4000-8000-0000000000${(count += 1)}`

describe('a class of places', () => {
  it('is held from the first to the last day of its decision', () => {
    const held: Held[] = [
      { placeId: 'a', class: 'region-3', validFrom: '2021-06-04', validTo: '2025-12-31' },
      { placeId: 'a', class: 'region-2', validFrom: '2026-01-01', validTo: null },
      { placeId: 'b', class: 'region-3', validFrom: '2021-06-04', validTo: null },
    ]
    expect(holdersOn(held, 'region-3', '2025-12-31')).toEqual(['a', 'b'])
    expect(holdersOn(held, 'region-3', '2026-01-01')).toEqual(['b'])
    expect(holdersOn(held, 'region-2', '2026-01-01')).toEqual(['a'])
    expect(holdersOn(held, 'region-3', '2021-06-03')).toEqual([])
  })

  it('of a commune is that of its villages where communes are given it, and else of those alone that the decision names', () => {
    const held: Held[] = [
      { placeId: 'a', class: 'border', validFrom: '2026-01-01', validTo: null },
      { placeId: 'a', class: 'hardest', validFrom: '2026-01-01', validTo: null },
      { placeId: 'v', class: 'mixed-village', validFrom: '2026-01-01', validTo: null },
    ]
    const village = { id: 'v', kind: 'village', parentId: 'a' } as const
    const holds = (wanted: Held['class'], day = '2026-06-01') => holdsOn(held, wanted, day)(village)
    expect([holds('border'), holds('hardest'), holds('mixed-village')]).toEqual([true, false, true])
    expect([holds('border', '2025-12-31'), holds('mixed-village', '2025-12-31')]).toEqual([false, false])
  })

  it.each([
    ['thôn xen ghép', 'mixed-village'],
    ['xã thuần', 'whole-commune'],
    ['xã đặc biệt khó khăn', 'hardest'],
    ['xã khu vực III', 'region-3'],
    ['xã khu vực I', 'region-1'],
    ['xã biên giới', 'border'],
    ['thôn vùng đồng bào dân tộc thiểu số', 'dtts-mn'],
    ['xã', null],
  ] as const)('is named in the words of a target: %s', (words, named) => expect(areaClassIn(words)).toBe(named))

  it('says which of its places have reached a target, which have begun and which have none', () => {
    const done = new Map([
      ['a', 3],
      ['b', 1],
      ['x', 9],
    ])
    expect(reachOf(['a', 'b', 'c'], done, 2)).toEqual({ reached: ['a'], begun: ['b'], none: ['c'] })
  })

  it('is known by the words of tables', () => {
    expect(['Khu vực III', 'KV III', 'iii', 'khu vuc i', 'Biên giới', 'ĐBKK', 'thôn xen ghép', 'nghèo'].map(areaClassOf)).toEqual(
      ['region-3', 'region-3', 'region-3', 'region-1', 'border', 'hardest', 'mixed-village', null],
    )
  })

  it('is one of the three regions at a time, beside others', () => {
    const of = (...classes: ('region-1' | 'region-2' | 'border')[]) => classes.map(given => ({ placeId: 'a', class: given }))
    expect(whyNotAreas(of('region-1', 'border'))).toBeNull()
    expect(whyNotAreas(of('region-1', 'region-2'))?.code).toBe('places.class-twice')
    expect(whyNotAreas(of('border', 'border'))?.code).toBe('places.class-twice')
  })
})

describe('the table of a decision', () => {
  it('is read against the list of places, row by row', () => {
    const table = [
      'Tên;Thuộc;Phân loại',
      'Hoà Bắc;;III',
      'Bản Lìm;;II',
      'Bản Lìm;Xã Bản Lìm;ĐBKK',
      '1;;I',
      'Xã X;;I',
      'Hòa Bắc;;cao',
    ].join('\n')
    const { rows } = readAreasTable(table, places, newId)
    expect(rows.map(one => one.problem?.code ?? `${one.row!.placeId.at(-1)} ${one.row!.class}`)).toEqual([
      '1 region-3',
      '2 region-2',
      '3 hardest',
      'places.class-twice',
      'places.place-unknown',
      'places.class-unknown',
    ])
    expect(readAreasTable('Tên\nA', places, newId).problem?.code).toBe('places.no-class-column')
  })
})
