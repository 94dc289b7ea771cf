import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/permissions.ts'
import {
  type Held,
  nextReport,
  whyNotCopied,
  whyNotFields,
  whyNotRegisterYear,
  whyNotRemove,
  whyNotReportYear,
  whyNotShare,
  whyNotWithdraw,
  whyNotWork,
} from './rules.ts'
import { layChain } from './web/chain-layout.ts'

const officer: Actor = { accountId: 'a', bodyId: 'ours', roles: ['officer'], displayName: 'Lan' }
const stranger: Actor = { ...officer, bodyId: 'theirs' }
const leader: Actor = { ...officer, roles: ['leader'] }
const held: Held = {
  bodyId: 'ours',
  kind: 'model',
  startsOn: '2024-03-01',
  endsOn: null,
  recognised: false,
  endedOn: null,
  removed: false,
  shared: false,
  programmeId: 'p',
}
const code = (why: { code: string } | null) => why?.code ?? null
const TODAY = '2026-11-20'

describe('who works on a movement', () => {
  it('is the body that carries it alone', () => {
    expect(code(whyNotWork(officer, held))).toBeNull()
    expect(code(whyNotWork(stranger, held))).toBe('movements.not-yours')
  })
  it('is a leader where it is shown to others, and only within a programme', () => {
    expect(code(whyNotShare(officer, held))).toBe('not-permitted')
    expect(code(whyNotShare(leader, held))).toBeNull()
    expect(code(whyNotShare(leader, { ...held, programmeId: null }))).toBe('movements.no-programme')
  })
})

describe('what is written of it', () => {
  const fields = {
    startsOn: '2026-01-01',
    endsOn: null,
    placeId: 'x',
    keeper: 'Thôn',
    paperNumber: '',
    paperDate: null,
    measures: [],
  }
  it('names a place and a keeper where it is a twinning or a model', () => {
    expect(code(whyNotFields('twinning', { ...fields, placeId: null }))).toBe('movements.no-place')
    expect(code(whyNotFields('model', { ...fields, keeper: '' }))).toBe('movements.no-keeper')
    expect(code(whyNotFields('campaign', { ...fields, placeId: null, keeper: '' }))).toBeNull()
  })
  it('cites a launching document by number and day together', () => {
    expect(code(whyNotFields('campaign', { ...fields, paperNumber: '12/KH' }))).toBe('movements.half-a-paper')
  })
  it('ends after it starts, and counts nothing twice', () => {
    expect(code(whyNotFields('model', { ...fields, endsOn: '2025-12-31' }))).toBe('movements.end-before-start')
    const measures = [
      { measureId: '1', name: 'Hộ', unit: 'hộ' },
      { measureId: '2', name: 'hộ', unit: 'hộ' },
    ]
    expect(code(whyNotFields('model', { ...fields, measures }))).toBe('movements.measure-twice')
  })
})

describe('a model', () => {
  it('is repeated elsewhere once it is recognised, and not before it began', () => {
    expect(code(whyNotCopied('model', '2025-01-01', held))).toBe('movements.not-recognised')
    expect(code(whyNotCopied('model', '2024-02-01', { ...held, recognised: true }))).toBe('movements.before-source')
    expect(code(whyNotCopied('campaign', '2025-01-01', { ...held, recognised: true }))).toBe('movements.no-model')
    expect(code(whyNotCopied('model', '2025-01-01', { ...held, recognised: true }))).toBeNull()
  })
  it('keeps its recognition and its place in the list while others repeat it', () => {
    expect(code(whyNotWithdraw(officer, { ...held, recognised: true }, 1))).toBe('movements.copied')
    expect(code(whyNotRemove(officer, held, 1))).toBe('movements.copied')
    expect(code(whyNotRemove(officer, held, 0))).toBeNull()
  })
  it('is reviewed in words each year', () => {
    const at = { year: 2025, day: '2026-01-05', said: '', figures: 2 }
    expect(code(whyNotReportYear(officer, held, at, TODAY))).toBe('movements.no-review')
    expect(code(whyNotReportYear(officer, { ...held, kind: 'campaign' }, at, TODAY))).toBeNull()
    expect(code(whyNotReportYear(officer, { ...held, kind: 'campaign' }, { ...at, figures: 0 }, TODAY))).toBe(
      'movements.nothing-said',
    )
  })
})

describe('a year', () => {
  it('lies within the term, is registered at most one ahead, and is reported once it has begun', () => {
    expect(code(whyNotRegisterYear(officer, held, { year: 2027, day: TODAY }, TODAY))).toBeNull()
    expect(code(whyNotRegisterYear(officer, held, { year: 2028, day: TODAY }, TODAY))).toBe('movements.outside-term')
    expect(code(whyNotRegisterYear(officer, held, { year: 2023, day: TODAY }, TODAY))).toBe('movements.outside-term')
    const said = { said: 'Tốt', figures: 0 }
    expect(code(whyNotReportYear(officer, held, { year: 2027, day: TODAY, ...said }, TODAY))).toBe('movements.too-early')
    expect(code(whyNotReportYear(officer, held, { year: 2026, day: '2026-12-01', ...said }, TODAY))).toBe('movements.not-yet')
  })
})

describe('the yearly report', () => {
  it('is due on 14 December, the earliest missing year first', () => {
    expect(nextReport(held, [], TODAY)).toEqual({ year: 2024, dueOn: '2024-12-14' })
    expect(nextReport(held, [2024, 2025], TODAY)).toEqual({ year: 2026, dueOn: '2026-12-14' })
    expect(nextReport(held, [2024, 2025, 2026], TODAY)).toBeNull()
  })
  it('is due with the term where that ends first, and no more once it was ended', () => {
    expect(nextReport({ ...held, endsOn: '2024-09-30' }, [], TODAY)).toEqual({ year: 2024, dueOn: '2024-09-30' })
    expect(nextReport({ ...held, endedOn: '2025-01-01' }, [], TODAY)).toBeNull()
  })
  it('asks nothing for a year whose figures were closed before it began', () => {
    expect(nextReport({ ...held, startsOn: '2025-12-20' }, [], TODAY)).toEqual({ year: 2026, dueOn: '2026-12-14' })
  })
})

describe('the drawing of a chain', () => {
  it('puts each copy one step right of what it repeats, one in a row', () => {
    const links = [
      { id: 'a', from: null },
      { id: 'b', from: 'a' },
      { id: 'c', from: 'a' },
      { id: 'd', from: 'b' },
    ]
    const places = layChain(links).map(({ link, column, row, parentRow }) => [link.id, column, row, parentRow])
    expect(places).toEqual([
      ['a', 0, 0, null],
      ['b', 1, 1, 0],
      ['d', 2, 2, 1],
      ['c', 1, 3, 0],
    ])
  })
})
