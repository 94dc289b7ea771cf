import { describe, expect, it } from 'vitest'
import type { PlaceKind } from './contract.ts'
import { bareName, inTreeOrder, kindOfName, matchesPlace, namePlace, sameName, standsOn, whyNotPlace } from './rules.ts'

const place = (id: string, kind: PlaceKind, name: string, parentId: string | null, more = {}) => ({
  id,
  kind,
  name: namePlace(kind, name),
  parentId,
  code: null,
  validFrom: null,
  validTo: null,
  ...more,
})
const province = place('p', 'province', 'Sơn Hà', null)
const commune = place('c', 'commune', 'Hòa Bắc', 'p')

describe('the name of a place', () => {
  it('stands with its word, small, as inside a sentence', () => {
    expect(namePlace('commune', 'Xã Nậm Mây')).toBe('xã Nậm Mây')
    expect(namePlace('commune', 'Bản Lìm')).toBe('xã Bản Lìm')
    expect(namePlace('village', 'Tổ dân phố 3')).toBe('tổ dân phố 3')
    expect(bareName('village', 'bản Lìm')).toBe('Lìm')
  })

  it('tells its kind where it bears the word', () => {
    expect(['Xã A', 'phường B', 'Đặc khu C', 'Tỉnh D', 'Buôn E', 'Nậm Mây'].map(kindOfName)).toEqual([
      'commune',
      'ward',
      'special-zone',
      'province',
      'village',
      null,
    ])
  })

  it('is the same in both spellings, not without marks', () => {
    expect(sameName('commune', 'xã Hòa Bắc', 'Hoà Bắc')).toBe(true)
    expect(sameName('commune', 'xã Hòa Bắc', 'xã Hóa Bắc')).toBe(false)
  })

  it('is found without marks, by its own words and its commune’s', () => {
    const village = { name: 'thôn Nà Lốc', parentName: 'xã Hòa Bắc' }
    expect(['na loc', 'hoa loc', 'Hoà', ''].map(sought => matchesPlace(village, sought))).toEqual([true, true, true, true])
    expect(matchesPlace(village, 'nam may')).toBe(false)
  })
})

describe('a place in the list', () => {
  it('is followed by what lies in it', () => {
    const all = [
      place('v', 'village', 'Thôn 1', 'c'),
      place('b', 'ward', 'Xuân', 'p'),
      commune,
      province,
      place('a', 'ward', 'An', 'p'),
    ]
    expect(inTreeOrder(all).map(one => one.id)).toEqual(['p', 'a', 'c', 'v', 'b'])
    expect(inTreeOrder([all[0]!]).map(one => one.id)).toEqual(['v'])
  })

  it('lies under one of the kind above it', () => {
    expect(whyNotPlace(commune, province, [])).toBeNull()
    expect(whyNotPlace(place('v', 'village', 'Thôn 1', 'c'), commune, [])).toBeNull()
    for (const [one, parent] of [
      [commune, null],
      [commune, place('v', 'village', 'Thôn 1', 'c')],
      [place('v', 'village', 'Thôn 1', 'p'), province],
      [place('p2', 'province', 'Khác', 'p'), province],
    ] as const)
      expect(whyNotPlace(one, parent, [])?.code).toBe('places.wrong-parent')
  })

  it('has its name once in a commune and its code once in a kind, those that ended aside', () => {
    const twin = place('c2', 'commune', 'Hoà Bắc', 'p', { code: '7' })
    expect(whyNotPlace(twin, province, [commune])?.code).toBe('places.name-taken')
    expect(whyNotPlace(twin, province, [{ ...commune, validTo: '2025-06-30' }])).toBeNull()
    expect(whyNotPlace(twin, province, [place('c3', 'commune', 'Khác', 'p', { code: '7' })])?.code).toBe('places.code-taken')
  })

  it('ends on its last day and not before its first', () => {
    const district = place('d', 'district', 'Cũ', 'p', { validFrom: '2000-01-01', validTo: '2025-06-30' })
    expect(['1999-12-31', '2000-01-01', '2025-06-30', '2025-07-01'].map(day => standsOn(district, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(whyNotPlace({ ...district, validTo: '1999-12-31' }, province, [])?.code).toBe('places.ends-before')
  })
})
