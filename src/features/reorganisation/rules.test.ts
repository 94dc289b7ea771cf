import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import type { Succession } from '../agencies/succession.ts'
import type { Passing } from '../programmes/index.ts'
import type { Content, Share } from './content.ts'
import { HELD_KINDS, type HeldKind, type ReorganisationKind } from './contract.ts'
import type { KnownBody } from './ground.ts'
import { isAgreed, whyNotAgree, whyNotAsked, whyNotPrinted, whyNotReorganise, whyNotStand } from './rules.ts'
import { takerOf, whyNotPieces } from './share-rules.ts'

const DAY = '2025-07-01'
const known = (id: string, more: Partial<KnownBody> = {}): [string, KnownBody] => [
  id,
  { id, shortName: id, level: null, parentBody: null, validFrom: null, validTo: null, namedFrom: null, ...more },
]
const ending = (bodyId: string, heirId: string) => ({ bodyId, heirId, units: [] })
const moving = (bodyId: string, parentBody: string | null) => ({ bodyId, parentBody, kind: 'state' as const, level: null })
const content = (more: Partial<Content>): Content => ({ endings: [], renamings: [], movings: [], ...more })
const line = (bodyId: string, heirId: string, from = DAY): Succession => ({ bodyId, heirId, from, reorganisationId: 'r' })
const units = new Map([
  ['a1', 'A'],
  ['b1', 'B'],
  ['c1', 'C'],
])
const bodies = new Map([known('A'), known('B'), known('C', { parentBody: 'B' }), known('D', { validTo: '2025-06-30' })])

const drafted = (kind: ReorganisationKind, more: Partial<Content>, effectiveOn = DAY, passings: Passing[] = []) => ({
  kind,
  effectiveOn,
  passings,
  shares: [] as Share[],
  content: content(more),
})
const holderOn = (all: readonly Succession[], bodyId: string, day: string): string => {
  const next = all.find(one => one.bodyId === bodyId && one.from <= day)
  return next ? holderOn(all, next.heirId, day) : bodyId
}
const whyNot = (kind: ReorganisationKind, more: Partial<Content>, past: Succession[] = [], effectiveOn = DAY) =>
  whyNotReorganise(drafted(kind, more, effectiveOn), { bodies, line: past, units })?.code ?? null

describe('a reorganisation', () => {
  it('stands where each that ends goes to one that goes on', () => {
    expect(whyNot('merge', { endings: [ending('A', 'C'), ending('B', 'C')] })).toBe(null)
    expect(whyNot('split', { endings: [ending('A', 'B')] })).toBe(null)
    expect(whyNot('abolish-level', { endings: [ending('D', 'C')] })).toBe(null)
    expect(whyNot('move', { movings: [moving('C', 'A')] })).toBe(null)
  })

  it('is refused where two take over one, or what is held would go nowhere or round', () => {
    expect(whyNot('split', { endings: [ending('A', 'B'), ending('A', 'C')] })).toBe('reorganisation.two-heirs')
    expect(whyNot('merge', { endings: [ending('A', 'C'), ending('B', 'A')] })).toBe('reorganisation.not-of-kind')
    expect(whyNot('split', { endings: [ending('A', 'B'), ending('B', 'C')] })).toBe('reorganisation.heir-ends')
    expect(whyNot('split', { endings: [ending('A', 'B'), ending('B', 'A')] })).toBe('reorganisation.circle')
    expect(whyNot('merge', { endings: [ending('A', 'A')] })).toBe('reorganisation.own-heir')
    expect(whyNot('merge', { endings: [ending('A', 'B')] }, [line('A', 'C')])).toBe('reorganisation.over-already')
  })

  it('is refused behind the back of a later event', () => {
    const past = [line('A', 'B', '2025-09-01')]
    expect(whyNot('merge', { endings: [ending('B', 'C')] }, past)).toBe('reorganisation.before-later-event')
    expect(whyNot('merge', { endings: [ending('B', 'C')] }, past, '2025-09-01')).toBe(null)
    expect(whyNot('merge', { endings: [ending('A', 'D')] })).toBe('reorganisation.body-over')
  })

  it('passes the work of a unit from the body that ends to its heir, once', () => {
    const passing = (...lines: string[]) =>
      whyNot('merge', {
        endings: [{ ...ending('A', 'C'), units: lines.map(one => ({ unitId: one.slice(0, 2), heirId: one.slice(3) })) }],
      })
    expect(passing('a1 c1')).toBe(null)
    for (const astray of [['b1 c1'], ['c1 c1'], ['a1 b1'], ['a1 a1'], ['x1 c1'], ['a1 x1'], ['a1 c1', 'a1 c1']])
      expect(passing(...astray)).toBe('reorganisation.unit-astray')
  })

  it('is refused where the day is taken by another name, or is the first day of what would end', () => {
    const named = { bodies: new Map([known('A', { namedFrom: DAY, validFrom: DAY }), known('B')]), line: [], units }
    const printed = { name: 'Sở', shortName: 'Sở', symbol: 'S', place: 'Hà Sơn' }
    const renamed = drafted('rename', { renamings: [{ nameId: 'n', bodyId: 'A', ...printed }] })
    expect(whyNotReorganise(renamed, named)?.code).toBe('reorganisation.named-that-day')
    const ended = drafted('merge', { endings: [ending('A', 'B')] })
    expect(whyNotReorganise(ended, named)?.code).toBe('reorganisation.body-later')
  })

  it('is refused where a body would stand under itself or under one that ends', () => {
    const nested = new Map([known('A'), known('B', { parentBody: 'A' }), known('C', { parentBody: 'B' })])
    const into = (heir: string) =>
      whyNotReorganise(drafted('merge', { endings: [ending('A', heir)] }), { bodies: nested, line: [], units })
    expect(into('C')?.code).toBe('reorganisation.parent-circle')
    expect(into('B')).toBe(null)
    expect(whyNot('move', { movings: [moving('C', 'D')] })).toBe('reorganisation.body-over')
    expect(whyNot('move', { movings: [moving('C', 'Z')] })).toBe('not-found')
    expect(whyNot('move', { movings: [moving('B', 'C')] })).toBe('reorganisation.parent-circle')
    expect(whyNot('abolish-level', { endings: [ending('A', 'B')], movings: [moving('C', 'A')] })).toBe(
      'reorganisation.parent-ends',
    )
  })

  it('passes the duties of a name on once, to a body that goes on, with a level that ends', () => {
    const to = (heirId: string): Passing => ({ programmeId: 'p', name: 'Phòng Dân tộc các huyện', heirId, heirWords: null })
    const passing = (kind: ReorganisationKind, passings: Passing[], more: Partial<Content> = {}) =>
      whyNotReorganise(drafted(kind, more, DAY, passings), { bodies, line: [], units })?.code ?? null
    expect(passing('abolish-level', [to('B')])).toBe(null)
    expect(passing('abolish-level', [to('B'), to('C')])).toBe('reorganisation.passed-twice')
    expect(passing('abolish-level', [to('D')])).toBe('reorganisation.body-over')
    expect(passing('merge', [to('A')], { endings: [ending('A', 'B')] })).toBe('reorganisation.heir-ends')
    expect(passing('move', [to('B')], { movings: [moving('C', 'A')] })).toBe('reorganisation.not-of-kind')
    expect(whyNotStand(drafted('abolish-level', { renamings: [] }, DAY, []), { bodies, line: [], units })).toBe(null)
    expect(whyNotPrinted([to('B')], new Map([['p', ['Phòng Nội vụ']]]))?.code).toBe('reorganisation.not-printed')
  })

  describe('by which several take over', () => {
    const toB: Share[] = HELD_KINDS.map(kind => ({ bodyId: 'A', kind, pieceId: null, heirId: 'B' }))
    const to = (kind: HeldKind, heirId: string, pieceId: string | null = null): Share => ({ bodyId: 'A', kind, pieceId, heirId })
    const petitionsToC = toB.map(one => (one.kind === 'petition' ? to('petition', 'C') : one))
    const shared = (shares: Share[], more: Partial<Content> = {}, kind: ReorganisationKind = 'split') =>
      whyNotReorganise({ ...drafted(kind, { endings: [ending('A', 'B')], ...more }), shares }, { bodies, line: [], units })
        ?.code ?? null

    it('stands where of every kind is said who takes it, and of single pieces who else', () => {
      expect(shared(petitionsToC)).toBe(null)
      expect(shared([...toB, to('petition', 'C', 'x')])).toBe(null)
      expect(shared(petitionsToC, {}, 'abolish-level')).toBe(null)
      expect(shared(petitionsToC, {}, 'merge')).toBe('reorganisation.not-of-kind')
    })

    it('is refused while a kind is left open, or a piece has two heirs', () => {
      expect(shared(petitionsToC.slice(1))).toBe('reorganisation.unchosen')
      expect(shared([to('petition', 'C', 'x')])).toBe('reorganisation.takes-nothing')
      expect(shared([...petitionsToC, to('petition', 'B', 'x'), to('petition', 'C', 'x')])).toBe('reorganisation.chosen-twice')
      expect(shared([...petitionsToC, to('petition', 'B')])).toBe('reorganisation.chosen-twice')
    })

    it('stands for an heir that knows nothing of the pieces of the other', () => {
      const seen = (shares: Share[]) =>
        whyNotStand({ ...drafted('split', { endings: [ending('A', 'B')] }), shares }, { bodies, line: [], units })
      expect(seen(toB)).toBe(null)
      expect(seen(toB.map(one => ({ ...one, heirId: 'C' })))).toBe(null)
    })

    it('is refused where an heir takes nothing, ends itself, or nothing was to choose', () => {
      expect(shared(toB.map(one => ({ ...one, heirId: 'C' })))).toBe('reorganisation.takes-nothing')
      expect(shared(toB)).toBe('reorganisation.choice-unasked')
      expect(shared([...petitionsToC, { ...to('petition', 'C', 'x'), bodyId: 'B' }])).toBe('reorganisation.choice-unasked')
      expect(shared([...toB, to('petition', 'A', 'x')])).toBe('reorganisation.own-heir')
      expect(shared([...toB, to('petition', 'D', 'x')])).toBe('reorganisation.body-over')
      expect(shared(petitionsToC, { endings: [ending('A', 'B'), ending('C', 'B')] })).toBe('reorganisation.heir-ends')
    })

    it('gives apart only single pieces that the body holds, and chooses itself', () => {
      const pieces = [{ kind: 'petition' as const, id: 'x' }]
      expect(shared([...petitionsToC, to('honours', 'C', 'x')])).toBe('reorganisation.no-piece')
      expect(whyNotPieces([to('petition', 'B', 'x')], { bodyId: 'A', pieces })).toBe(null)
      expect(whyNotPieces([to('petition', 'B', 'y')], { bodyId: 'A', pieces })?.code).toBe('reorganisation.no-piece')
      expect(whyNotPieces([to('petition', 'B', 'x')], { bodyId: 'B', pieces })?.code).toBe('reorganisation.no-piece')
    })

    it('lets a unit go on in a unit of any of the heirs', () => {
      const moving = (heirId: string) => ({ endings: [{ ...ending('A', 'B'), units: [{ unitId: 'a1', heirId }] }] })
      expect(shared(petitionsToC, moving('c1'))).toBe(null)
      expect(shared(petitionsToC, moving('a1'))).toBe('reorganisation.unit-astray')
    })

    it('says of each piece who takes it', () => {
      const shares = [...petitionsToC, to('petition', 'B', 'x')]
      expect([takerOf(shares, { kind: 'petition', id: 'x' }), takerOf(shares, { kind: 'petition', id: 'y' })]).toEqual(['B', 'C'])
    })
  })

  it('is agreed once by each body that has people', () => {
    const minh = { accountId: 'm', bodyId: 'A', roles: ['leader'] as const, displayName: 'm' }
    const open = { state: 'draft', concerned: ['A', 'B'], agreed: [] } as const
    expect(whyNotAgree(minh, open)).toBe(null)
    expect(whyNotAgree(minh, { ...open, agreed: ['A'] })?.code).toBe('reorganisation.agreed-already')
    expect(whyNotAgree(minh, { ...open, state: 'agreed', agreed: ['B'] })).toBe(null)
    expect(whyNotAgree(minh, { ...open, state: 'applied' })?.code).toBe('reorganisation.not-open')
    expect(whyNotAgree({ ...minh, bodyId: 'C' }, open)?.code).toBe('not-permitted')
    expect(whyNotAsked(open, [{ id: 'C', hasAccounts: true }])?.code).toBe('reorganisation.others-concerned')
    expect(whyNotAsked(open, [{ id: 'C', hasAccounts: false }])).toBe(null)
    const sides = [
      { id: 'A', hasAccounts: true },
      { id: 'B', hasAccounts: false },
    ]
    expect([isAgreed(sides, []), isAgreed(sides, ['A'])]).toEqual([false, true])
  })

  it('leaves after any line of mergers and splits exactly one living holder of everything, on every day', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
    const step = fc.record({
      days: fc.integer({ min: 0, max: 400 }),
      endings: fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { minLength: 1, maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), steps => {
        const standing = new Map(names.map(name => known(name)))
        const past: Succession[] = []
        for (const { days, endings } of steps) {
          const effectiveOn = addDays('2025-01-01', days)
          const event = drafted('split', { endings: endings.map(([body, heir]) => ending(body, heir)) }, effectiveOn)
          if (whyNotReorganise(event, { bodies: standing, line: past, units })) continue
          for (const { bodyId, heirId } of event.content.endings) {
            past.push(line(bodyId, heirId, effectiveOn))
            standing.set(...known(bodyId, { validTo: addDays(effectiveOn, -1) }))
          }
        }
        for (const name of names)
          for (const day of ['2024-12-31', '2025-06-01', '2026-12-31']) {
            const { validTo } = standing.get(holderOn(past, name, day))!
            expect(validTo === null || validTo >= day).toBe(true)
          }
        expect(names.map(name => holderOn(past, name, '2024-12-31'))).toEqual(names)
      }),
      { seed: 63, numRuns: 200 },
    )
  })
})
