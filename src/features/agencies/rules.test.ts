import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOn, whyNotRename, whyNotStands } from './rules.ts'

const names = [{ validFrom: null }, { validFrom: '2025-03-01' }, { validFrom: '2027-01-01' }]

describe('the name of a day', () => {
  it('is the last that had begun', () => {
    const days = ['2021-06-01', '2025-02-28', '2025-03-01', '2026-12-31', '2027-01-01']
    expect(days.map(day => names.indexOf(nameOn(names, day)!))).toEqual([0, 0, 1, 1, 2])
  })

  it('is the first where the day lies before it', () => {
    expect(nameOn([{ validFrom: '2025-03-01' }], '2020-01-01')).toEqual({ validFrom: '2025-03-01' })
  })

  it('never changes for a day by a name that begins later', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map(n => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 2 }), day, (days, on) => {
        const all = days.toSorted().map(validFrom => ({ validFrom }))
        const later = all.at(-1)!
        fc.pre(on < later.validFrom && on >= all[0]!.validFrom)
        expect(nameOn(all, on)).toBe(nameOn(all.slice(0, -1), on))
      }),
      { seed: 9, numRuns: 200 },
    )
  })
})

describe('a new name', () => {
  it('begins after the one before it', () => {
    expect(whyNotRename(names, '2027-01-02', null)).toBeNull()
    expect(whyNotRename(names, '2027-01-01', null)).toEqual({ code: 'agencies.name-not-later', data: { last: '2027-01-01' } })
  })

  it('is not given to a body after its end', () => {
    expect(whyNotRename([{ validFrom: null }], '2025-07-01', '2025-06-30')?.code).toBe('agencies.body-ended')
  })
})

describe('where a body stands', () => {
  it('is a district only until districts ended', () => {
    expect(whyNotStands({ id: 'a', level: 'district', validTo: '2025-06-30' })).toBeNull()
    expect(whyNotStands({ id: 'a', level: 'district' })?.code).toBe('agencies.no-districts')
  })

  it('is never under itself, and never ends before it begins', () => {
    expect(whyNotStands({ id: 'a', parentBody: 'a' })?.code).toBe('agencies.own-superior')
    expect(whyNotStands({ id: 'a', validFrom: '2026-01-02', validTo: '2026-01-01' })?.code).toBe('agencies.ends-before-start')
  })
})
