import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPARED, comparePlans, type LineDifference } from './compare.ts'
import type { ItemContent } from './contract.ts'

const item = (position: number, part: Partial<ItemContent> = {}): ItemContent => ({
  id: `item-${position}`,
  clausePath: 'II/1',
  commitmentId: null,
  position,
  title: `Việc ${position}`,
  leadBodies: ['front'],
  supportBodies: ['department'],
  others: [],
  timing: 'due',
  startsOn: null,
  dueOn: '2026-09-30',
  occasion: null,
  target: { min: 2, max: null, unit: 'lớp', per: 'year' },
  product: null,
  places: null,
  audience: null,
  carried: null,
  droppedReason: null,
  ...part,
})
const plan = (length: number) => Array.from({ length }, (_, index) => item(index + 1))
const kinds = (before: ItemContent[], after: ItemContent[]) =>
  comparePlans(before, after).map(line => [line.kind, line.item.position])

/** A version with its differences put in. */
function applied(before: ItemContent[], lines: LineDifference[]): ItemContent[] {
  const items = new Map(before.map(one => [one.id, one]))
  for (const { kind, item: line, fields } of lines) {
    const changed = Object.fromEntries(fields.map(one => [one.field, one.after]))
    if (kind === 'added') items.set(line.id, line)
    else items.set(line.id, { ...items.get(line.id)!, droppedReason: line.droppedReason, ...changed })
  }
  return [...items.values()]
}

describe('what differs between two versions of a plan', () => {
  it('is nothing where nothing changed', () => {
    expect(comparePlans(plan(5), plan(5))).toEqual([])
  })

  it('names what was added, left out, taken back and changed, in the order of the plan', () => {
    const before = [item(1), item(2), item(3), item(4, { droppedReason: 'Chưa có kinh phí' })]
    const after = [item(1, { title: 'Việc khác' }), item(2), item(3, { droppedReason: 'Trùng mục 1' }), item(4), item(5)]
    expect(kinds(before, after)).toEqual([
      ['changed', 1],
      ['dropped', 3],
      ['restored', 4],
      ['added', 5],
    ])
    expect(kinds(before, before.slice(1))).toEqual([['dropped', 1]])
  })

  it('tells a change field by field, also within a target and a list of bodies', () => {
    const target = { min: 3, max: null, unit: 'lớp', per: 'year' }
    const after = item(1, { dueOn: '2026-11-18', leadBodies: ['front', 'department'], supportBodies: [], target })
    expect(comparePlans([item(1)], [after])[0]!.fields).toEqual([
      { field: 'leadBodies', before: ['front'], after: ['front', 'department'] },
      { field: 'supportBodies', before: ['department'], after: [] },
      { field: 'dueOn', before: '2026-09-30', after: '2026-11-18' },
      { field: 'target', before: item(1).target, after: target },
    ])
  })

  it('finds exactly the items that were touched, whichever they are', () => {
    const touched = fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 30 })
    fc.assert(
      fc.property(touched, fc.constantFrom(...COMPARED), (places, field) => {
        const other = {
          title: 'x',
          timing: 'undated',
          startsOn: '2026-01-02',
          dueOn: null,
          occasion: 'Tết',
          target: null,
          product: 'p',
        }
        const value = field in other ? other[field as keyof typeof other] : ['other']
        const after = plan(30).map((one, index) => (places.includes(index) ? { ...one, [field]: value } : one))
        const found = comparePlans(plan(30), after)
        expect(found.map(line => line.item.position - 1)).toEqual(places.toSorted((a, b) => a - b))
        expect(found.every(line => line.fields.length === 1 && line.fields[0]!.field === field)).toBe(true)
      }),
      { seed: 7, numRuns: 100 },
    )
  })

  it('applied to the older version gives the newer', () => {
    const some = <T>(...values: T[]) => fc.constantFrom(...values)
    const content = fc.record({
      title: some('Tập huấn', 'Giám sát', 'Thăm hỏi'),
      others: some<string[]>([], ['Trường Chính trị tỉnh']),
      audience: some(null, 'cán bộ Mặt trận xã'),
      dueOn: some(null, '2026-06-30'),
      target: some(null, { min: 1, max: 3, unit: 'lớp', per: 'xã' }),
      droppedReason: some(null, 'Chưa có kinh phí'),
    })
    const version = fc.array(content, { minLength: 1, maxLength: 12 }).map(list => list.map((part, at) => item(at + 1, part)))
    fc.assert(
      fc.property(version, version, (one, other) => {
        // Items are never taken out of a plan, so the later version has no fewer.
        const [before, after] = [one, other].toSorted((a, b) => a.length - b.length) as [ItemContent[], ItemContent[]]
        expect(applied(before, comparePlans(before, after))).toEqual(after)
      }),
      { seed: 20261126, numRuns: 200 },
    )
  })

  it('looks at each of 200 items once: four times as many items are four times the work', () => {
    const reads = (length: number) => {
      let count = 0
      const counting = (items: ItemContent[]) =>
        items.map(
          one =>
            new Proxy(one, {
              get: (target, key) => {
                count += 1
                return Reflect.get(target, key)
              },
            }),
        )
      comparePlans(counting(plan(length)), counting(plan(length).toReversed()))
      return count
    }
    expect(reads(200)).toBe(4 * reads(50))
    expect(reads(200)).toBeLessThan(200 * 40)
  })
})
