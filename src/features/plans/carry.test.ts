import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedFields, findStandIn, isUnfinished, whyNotCarry } from './carry.ts'
import type { ItemContent, ItemTarget } from './contract.ts'
import { type ItemSums, NO_WORK, progressOf } from './progress.ts'

const item = (part: Partial<ItemContent> = {}): ItemContent => ({
  id: 'one',
  clausePath: 'II/1',
  commitmentId: 'duty',
  position: 1,
  title: 'Tổ chức lớp bồi dưỡng',
  leadBodies: ['front'],
  supportBodies: ['department'],
  others: ['Trường Chính trị tỉnh'],
  timing: 'due',
  startsOn: '2026-07-01',
  dueOn: '2026-09-30',
  occasion: 'Quý III',
  target: null,
  product: 'Báo cáo kết quả',
  places: null,
  audience: 'cán bộ Mặt trận xã',
  droppedReason: null,
  carried: null,
  ...part,
})
const did = (value: number): ItemSums => ({ ...NO_WORK, activities: 1, units: { lớp: value } })
const target = (min: number | null, max: number | null, per: string | null = 'year'): ItemTarget => ({
  min,
  max,
  unit: 'lớp',
  per,
})
const left = (of: ItemTarget, reached: number) => carriedFields(item({ target: of }), did(reached), null).target

describe('what is unfinished', () => {
  it('is everything but what is done, left out, or begins anew with its duty', () => {
    expect(isUnfinished(item(), 'late')).toBe(true)
    expect(isUnfinished(item({ timing: 'undated' }), 'to-do')).toBe(true)
    expect(isUnfinished(item(), 'done')).toBe(false)
    expect(isUnfinished(item(), 'dropped')).toBe(false)
    expect(isUnfinished(item({ timing: 'continuous' }), 'going-on')).toBe(false)
    expect(isUnfinished(item({ timing: 'continuous', commitmentId: null }), 'going-on')).toBe(true)
  })

  it('is gone on with once', () => {
    expect(whyNotCarry({ unfinished: true, carried: false })).toBeNull()
    expect(whyNotCarry({ unfinished: true, carried: true })).toEqual({ code: 'plans.carried-already' })
    expect(whyNotCarry({ unfinished: false, carried: false })).toEqual({ code: 'plans.nothing-to-carry' })
  })
})

describe('an item in the year that goes on with it', () => {
  it('keeps what it is, and is due on the new day or has none yet', () => {
    const { title, others, places, audience, product, leadBodies, supportBodies } = item()
    const kept = { title, others, places, audience, product, leadBodies, supportBodies }
    const dated = { timing: 'due', startsOn: null, dueOn: '2027-03-31', occasion: null }
    expect(carriedFields(item(), NO_WORK, '2027-03-31')).toEqual({ ...kept, ...dated, target: null })
    expect(carriedFields(item(), NO_WORK, null)).toMatchObject({ timing: 'undated', dueOn: null })
  })

  it('owes what was not reached', () => {
    expect(left(target(5, null), 3)).toEqual(target(2, null))
    expect(left(target(1, 3), 0)).toEqual(target(1, 3))
    expect(left(target(2, 3), 1)).toEqual(target(1, 2))
    expect(left(target(null, 4), 1)).toEqual(target(null, 3))
  })

  it('keeps a target of the whole term or of each commune as it is', () => {
    expect(left(target(5, null, 'term'), 3)).toEqual(target(5, null, 'term'))
    expect(left(target(1, 1, 'xã'), 3)).toEqual(target(1, 1, 'xã'))
  })

  it('never owes less than nothing, nor more than before', () => {
    const amounts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(80))
    fc.assert(
      fc.property(amounts, ([min, more, reached]) => {
        const owed = left(target(min, min + more), reached)!
        expect(owed.min!).toBeGreaterThanOrEqual(0)
        expect(owed.max!).toBeGreaterThanOrEqual(owed.min!)
        expect(owed.min!).toBeLessThanOrEqual(min)
      }),
      { seed: 20261126, numRuns: 200 },
    )
  })
})

describe('the line that the draft has already', () => {
  it('is the undated one of the same duty that goes on with nothing yet', () => {
    const undated = item({ id: 'undated', timing: 'undated' })
    const taken = item({ id: 'taken', timing: 'undated', carried: { from: 'x', reason: 'y' } })
    const others = [item(), item({ id: 'other', commitmentId: 'another', timing: 'undated' }), taken]
    expect(findStandIn([...others, undated], 'duty')).toBe(undated)
    expect(findStandIn(others, 'duty')).toBeUndefined()
    expect(findStandIn([undated], null)).toBeUndefined()
  })
})

describe('per commune or village', () => {
  it('a sum says nothing of each, so an officer closes the item', () => {
    const facts = { ...item({ target: target(1, null, 'xã') }), year: 2026, closed: false, dropped: false }
    expect(progressOf(facts, did(12), '2026-08-01')).toMatchObject({ state: 'going-on', wanted: null })
    expect(progressOf({ ...facts, closed: true }, did(12), '2026-08-01').state).toBe('done')
  })
})
