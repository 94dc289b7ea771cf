import { expect, it } from 'vitest'
import { namesOf } from './commune-names.ts'

it('of two communes of one name the one that is no more is told apart', () => {
  const ended = { name: 'Xã Nậm Mây', validTo: '2025-06-30' }
  const places = [
    { id: 'a', ...ended },
    { id: 'b', name: 'Xã Nậm Mây', validTo: null },
    { id: 'c', ...ended, name: 'Xã Đăk Mây' },
  ]
  expect(namesOf(places, '2026-06-14')).toEqual({ a: 'Xã Nậm Mây (cũ)', b: 'Xã Nậm Mây', c: 'Xã Đăk Mây' })
})
