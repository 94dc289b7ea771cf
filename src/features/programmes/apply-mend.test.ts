import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import { applyMend, replay, whyNotMend } from './apply-mend.ts'
import type { DraftReading, Mend } from './contract.ts'
import { smallReading, smallText } from './fixtures/small-reading.ts'
import { possibleParents } from './outline.ts'
import { openAsks, whyNotAccept } from './rules.ts'

const opened = smallReading
const text = smallText
const first = opened.commitments.find(commitment => commitment.text.includes('tập huấn'))!

const signed = (reading: DraftReading) => reading.clauses.map(({ label, text, span, source }) => ({ label, text, span, source }))

const mends = (reading: DraftReading): fc.Arbitrary<Mend> => {
  const id = fc.constantFrom(...reading.commitments.map(commitment => commitment.id), 'c99')
  const path = fc.constantFrom(...reading.clauses.map(clause => clause.path))
  return fc.oneof<fc.Arbitrary<Mend>[]>(
    fc.record({ kind: fc.constant('split' as const), id, at: fc.nat(text.length) }),
    fc.record({ kind: fc.constant('join' as const), id }),
    fc.record({ kind: fc.constant('heading' as const), path, heading: fc.boolean() }),
    path.chain(one =>
      fc.record({
        kind: fc.constant('parent' as const),
        path: fc.constant(one),
        parent: fc.constantFrom(...possibleParents(reading.clauses, one)),
      }),
    ),
    fc.record({ kind: fc.constant('title' as const), title: fc.constantFrom('A', 'B') }),
    fc.record({ kind: fc.constant('lead' as const), party: fc.nat(3) }),
    fc.record({
      kind: fc.constant('commitment' as const),
      id,
      change: fc.constant<Extract<Mend, { kind: 'commitment' }>['change']>({ lead: ['Ban Dân tộc'], schedules: [] }),
    }),
  )
}

/** Any sequence of mends that the reading allows, each drawn from what stands after the one before. */
const mended = fc.infiniteStream(fc.nat()).map(seeds => {
  let reading = opened
  const made: Mend[] = []
  for (let step = 0; step < 12; step++) {
    const { value } = seeds.next()
    const mend = fc.sample(mends(reading), { numRuns: 1, seed: value as number })[0]!
    if (whyNotMend(reading, mend)) continue
    reading = applyMend(reading, mend)
    made.push(mend)
  }
  return { reading, made }
})

describe('mending a reading', () => {
  it('never touches the signed text, and keeps every span inside its clause', () => {
    fc.assert(
      fc.property(mended, ({ reading, made }) => {
        expect(signed(reading)).toEqual(signed(opened))
        for (const { clause, span } of reading.commitments) {
          const home = reading.clauses.find(one => one.path === clause)!
          expect(span[0]).toBeGreaterThanOrEqual(home.span[0])
          expect(span[1]).toBeLessThanOrEqual(home.span[1])
          expect(span[0]).toBeLessThan(span[1])
        }
        expect(new Set(reading.clauses.map(clause => clause.path)).size).toBe(opened.clauses.length)
        expect(new Set(reading.commitments.map(commitment => commitment.id)).size).toBe(reading.commitments.length)
        expect(replay(opened, made)).toEqual(reading)
      }),
      { seed: 2026, numRuns: 150 },
    )
  })

  it('hangs a clause only where it keeps its place in the text, a parent always before its children', () => {
    fc.assert(
      fc.property(mended, ({ reading }) => {
        const place = new Map(reading.clauses.map((clause, at) => [clause.path, at]))
        for (const [at, { path, parent }] of reading.clauses.entries()) {
          if (parent === null) continue
          expect(place.get(parent)).toBeLessThan(at)
          expect(path.startsWith(`${parent}/`)).toBe(true)
        }
      }),
      { seed: 7, numRuns: 100 },
    )
  })

  it('splits a commitment at an offset and joins it again', () => {
    const at = text.indexOf('; biên soạn') + 1
    const whole = opened.commitments.filter(commitment => commitment.clause === first.clause)
    const one = whole.length > 1 ? applyMend(opened, { kind: 'join', id: first.id }) : opened
    const two = applyMend(one, { kind: 'split', id: first.id, at })
    const parts = two.commitments.filter(commitment => commitment.clause === first.clause)
    expect(parts.map(part => part.text)).toEqual([
      'Hằng năm tổ chức tập huấn nghiệp vụ cho cán bộ xã;',
      'biên soạn tài liệu tuyên truyền bằng tiếng dân tộc.',
    ])
    const again = applyMend(two, { kind: 'join', id: first.id })
    expect(again.commitments.find(commitment => commitment.id === first.id)!.text).toBe(
      'Hằng năm tổ chức tập huấn nghiệp vụ cho cán bộ xã; biên soạn tài liệu tuyên truyền bằng tiếng dân tộc.',
    )
  })

  it('counts bullets anew when one changes its parent', () => {
    const moved = applyMend(opened, { kind: 'parent', path: 'I/1/-2', parent: 'I/1/-1' })
    expect(moved.clauses.map(clause => clause.path)).toEqual([
      'I',
      'I/1',
      'I/1/-1',
      'I/1/-1/-1',
      'I/1/-1/-1/+1',
      'I/1/-2',
      'I/2',
      'II',
      'II/1',
    ])
    expect(moved.commitments.some(commitment => commitment.clause === 'I/1/-1/-1')).toBe(true)
  })

  it.each<[Mend, string]>([
    [{ kind: 'split', id: first.id, at: first.span[0] }, 'programmes.split-outside'],
    [{ kind: 'join', id: opened.commitments.at(-1)!.id }, 'programmes.join-nothing'],
    [{ kind: 'period', from: 2030, to: 2026 }, 'programmes.period-backwards'],
    [{ kind: 'reporting', profile: 'custom', cutoffs: null }, 'programmes.cutoffs-missing'],
    [{ kind: 'parent', path: 'II', parent: 'I/1' }, 'programmes.parent-elsewhere'],
    [{ kind: 'heading', path: 'IX', heading: true }, 'not-found'],
  ])('refuses %o', (mend, code) => {
    expect(whyNotMend(opened, mend)?.code).toBe(code)
    expect(() => applyMend(opened, mend)).toThrow(Refusal)
  })

  it('keeps the days until information is due beside a profile that is chosen later, which stays asked until then', () => {
    const due = applyMend(opened, { kind: 'reporting', profile: 'nd09', cutoffs: null, dueAfter: 10 })
    expect(openAsks(due).map(ask => ask.code)).toContain('reporting')
    const chosen = applyMend(due, { kind: 'reporting', profile: 'calendar', cutoffs: null })
    expect(chosen.reporting).toEqual({ profile: 'calendar', cutoffs: null, dueAfter: 10 })
    expect(openAsks(chosen).map(ask => ask.code)).not.toContain('reporting')
  })

  it('refuses one body for two parties', () => {
    const one = applyMend(opened, { kind: 'party-body', party: 0, bodyId: 'a' })
    expect(whyNotMend(one, { kind: 'party-body', party: 1, bodyId: 'a' })?.code).toBe('programmes.body-twice')
  })
})

describe('what is asked before a programme is used', () => {
  it('asks what is not printed, and for the period of a target that names none', () => {
    const asks = openAsks(opened)
    expect(asks.map(ask => ask.code)).toEqual([
      'number',
      'date',
      'place',
      'effective',
      'lead',
      'reporting',
      'party',
      'party',
      'target',
      'read',
    ])
    expect(asks.at(-2)!.data).toEqual({ target: 'từ 01 đến 02 dự án' })
  })

  it('is answered key by key until nothing stands against it', () => {
    const answers: Mend[] = [
      { kind: 'number', number: '03-CTrPH/BDVTU-BDT' },
      { kind: 'date', date: '2026-01-15' },
      { kind: 'place', place: 'Sơn Hà' },
      { kind: 'effective', date: '2026-01-15' },
      { kind: 'lead', party: 0 },
      { kind: 'settle', key: 'reporting' },
      { kind: 'party-body', party: 0, bodyId: 'a' },
      { kind: 'party-body', party: 1, bodyId: 'b' },
    ]
    const reading = replay(opened, answers)
    expect(openAsks(reading).map(ask => ask.code)).toEqual(['target', 'read'])
    expect(
      openAsks(
        replay(
          reading,
          openAsks(reading).map(ask => ask.proposal!),
        ),
      ),
    ).toEqual([])
    expect(whyNotAccept({ state: 'read', reading, unsigned: false }, 'a')).toEqual([])
    expect(whyNotAccept({ state: 'read', reading, unsigned: false }, 'c')).toEqual([{ code: 'programmes.not-a-party' }])
    expect(whyNotAccept({ state: 'read', reading, unsigned: true }, 'a')).toEqual([{ code: 'programmes.unsigned' }])
    expect(whyNotAccept({ state: 'read', reading: opened, unsigned: false }, 'a').map(reason => reason.code)).toEqual([
      'programmes.open-date',
      'programmes.open-effective',
      'programmes.open-lead',
      'programmes.open-party',
      'programmes.open-party',
    ])
  })
})
