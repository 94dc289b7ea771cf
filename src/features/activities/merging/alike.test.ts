import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compared, mayBeSame, wordsInCommon } from './alike.ts'

const one: Compared = {
  kind: 'training',
  heldOn: '2026-03-10',
  title: 'Tập huấn kỹ năng vận động quần chúng',
  place: 'Nhà văn hóa xã Nậm Mây',
  placeIds: ['nam-may'],
}
const other = (change: Partial<Compared>): Compared => ({
  ...one,
  title: 'Lớp bồi dưỡng cho cán bộ',
  place: 'Hội trường huyện',
  placeIds: [],
  ...change,
})

describe('two records', () => {
  it('may be of one event when they share kind, days and place, however the place is said', () => {
    expect(mayBeSame(one, other({ placeIds: ['nam-may'] }))).toBe(true)
    expect(mayBeSame(one, other({ place: 'nha van hoa Nam May', heldOn: '2026-03-12' }))).toBe(true)
    expect(mayBeSame(one, other({ title: 'Tap huan ky nang van dong quan chung' }))).toBe(true)
  })

  it('are two of another kind, day or place', () => {
    expect(mayBeSame(one, other({ placeIds: ['nam-may'], kind: 'meeting' }))).toBe(false)
    expect(mayBeSame(one, other({ placeIds: ['nam-may'], heldOn: '2026-03-13' }))).toBe(false)
    expect(mayBeSame(one, other({}))).toBe(false)
  })

  it('share as many words one way as the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(wordsInCommon(a, b)).toBe(wordsInCommon(b, a))
      }),
      { numRuns: 200, seed: 4 },
    )
  })
})
