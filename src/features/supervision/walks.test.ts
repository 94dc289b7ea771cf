import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMS, STEP_KINDS, type StepKind, type SupervisionState } from './contract.ts'
import { type End, endAfter, isEnding, isUnseen, OPEN, type Outcome, waitsFor, whyNotFindings } from './ends.ts'
import { type Held, nextStep, stateAfter, whyNotStep } from './rules.ts'

const OUTCOMES: Record<'remedy' | 'see-again', readonly Outcome[]> = {
  remedy: ['repaired', 'explained', 'not-repaired'],
  'see-again': ['right', 'not-right', 'right'],
}
/** A step that is tried, what it says, and which of the findings that wait for it it tells of. */
const tried = fc.array(fc.tuple(fc.constantFrom(...STEP_KINDS), fc.nat({ max: 2 }), fc.nat({ max: 7 })), { maxLength: 80 })
const walk = fc.record({ form: fc.constantFrom(...FORMS), asked: fc.integer({ min: 0, max: 3 }), tried })
type Given = { form: Held['form']; asked: number; tried: [StepKind, number, number][] }
type Place = { state: SupervisionState; ends: ReadonlyMap<string, End> }

const heldAt = ({ form, asked }: Given, { state, ends }: Place): Held => {
  const unseen = [...ends.values()].filter(isUnseen).length
  return { bodyId: 'b', form, asked, unseen, state, lastDay: null, startsOn: '2026-03-01', shared: false, programmeId: null }
}

/** The places that a supervision goes through when every step is tried and those that the rules allow are taken. */
function walked(given: Given): Place[] {
  const places: Place[] = [
    { state: 'planned', ends: new Map(Array.from({ length: given.asked }, (_, at) => [String(at), OPEN])) },
  ]
  for (const [kind, said, which] of given.tried) {
    const here = places.at(-1)!
    if (whyNotStep('system', kind, heldAt(given, here)) !== null) continue
    const ends = new Map(here.ends)
    if (isEnding(kind)) {
      const chosen = [...ends.keys()].filter((id, at) => waitsFor(kind, ends.get(id)!) && (which >> at) & 1)
      if (whyNotFindings(kind, chosen, ends) !== null) continue
      const step = { kind, outcome: OUTCOMES[kind][said]!, day: '2026-03-20' }
      for (const id of chosen) ends.set(id, endAfter(ends.get(id)!, step))
    }
    places.push({ state: stateAfter(kind, [...ends.values()]), ends })
  }
  return places
}

describe('every walk through a supervision', () => {
  it('closes what was asked for only when each of it was repaired or explained and seen again', () => {
    fc.assert(
      fc.property(walk, given => {
        const places = walked(given)
        const closed = places.findIndex(one => one.state === 'closed')
        if (closed < 0) return
        expect(closed).toBe(places.length - 1)
        expect(places[closed - 1]!.state).toBe(given.asked === 0 ? 'findings' : 'seen-again')
        for (const { outcome, seen } of places[closed]!.ends.values())
          expect([['repaired', 'explained'].includes(outcome!), seen?.right]).toEqual([true, true])
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('has one next step that the rules allow, until it is closed', () => {
    fc.assert(
      fc.property(walk, given => {
        const held = heldAt(given, walked(given).at(-1)!)
        const step = nextStep(held)
        expect(step === null).toBe(held.state === 'closed')
        if (step) expect(whyNotStep('system', step, held)).toBeNull()
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('can reach its end', () => {
    const all: Given['tried'] = STEP_KINDS.map(kind => [kind, 0, 7])
    expect(walked({ form: 'board', asked: 3, tried: all }).at(-1)!.state).toBe('closed')
  })
})
