import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './address-words.ts'
import { PLACES, phonePlaceOf, placeOf } from './places-list.ts'

test('an open path lights its place, and the first place only at home', () => {
  expect(placeOf('/', PLACES)?.name).toBe('place.today')
  expect(placeOf('/chuong-trinh/nhap', PLACES)?.name).toBe('place.programmes')
  expect(placeOf('/tim', PLACES)).toBeNull()
})

test('on a phone recording stands by itself and the rest lies under "Thêm"', () => {
  expect(phonePlaceOf('/hoat-dong/moi')?.name).toBe('place.record')
  expect(phonePlaceOf('/ke-hoach/1')?.name).toBe('place.more')
  expect(phonePlaceOf('/mat-khau')).toBeNull()
})

test('words in the address stay words', () => {
  expect(parseSearch('?q=2026&tt=qua-han')).toEqual({ q: '2026', tt: 'qua-han' })
  expect(stringifySearch({ q: 'giám sát', empty: '' })).toBe('?q=gi%C3%A1m+s%C3%A1t')
})
