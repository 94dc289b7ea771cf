import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMS, STEP_KINDS, type StepKind, type SupervisionState } from './contract.ts'
import { type Held, nextStep, type Outcome, stateAfter, whyNotStep } from './rules.ts'

const OUTCOMES: Partial<Record<StepKind, readonly [Outcome, Outcome]>> = {
  remedy: ['repaired', 'explained'],
  'see-again': ['right', 'not-right'],
}
const tried = fc.array(fc.tuple(fc.constantFrom(...STEP_KINDS), fc.boolean()), { maxLength: 60 })
const walk = fc.record({ form: fc.constantFrom(...FORMS), asked: fc.integer({ min: 0, max: 3 }), tried })

/** The states that a supervision goes through when every step is tried and those that the rules allow are taken. */
function walked({ form, asked, tried: steps }: { form: Held['form']; asked: number; tried: [StepKind, boolean][] }) {
  const states: SupervisionState[] = ['planned']
  const base = { bodyId: 'b', form, asked, lastDay: null, startsOn: '2026-03-01', shared: false, programmeId: null }
  for (const [kind, first] of steps) {
    const state = states.at(-1)!
    if (whyNotStep('system', kind, { ...base, state }) !== null) continue
    states.push(stateAfter(kind, OUTCOMES[kind]?.[first ? 0 : 1] ?? null))
  }
  return states
}

describe('every walk through a supervision', () => {
  it('closes what was asked for only when it was repaired or explained and seen again', () => {
    fc.assert(
      fc.property(walk, given => {
        const states = walked(given)
        const closed = states.indexOf('closed')
        if (closed < 0) return
        expect(closed).toBe(states.length - 1)
        if (given.asked === 0) expect(states[closed - 1]).toBe('findings')
        else {
          expect(states[closed - 1]).toBe('seen-again')
          expect(['repaired', 'explained']).toContain(states[closed - 2])
        }
      }),
      { numRuns: 200, seed: 4 },
    )
  })

  it('has one next step that the rules allow, until it is closed', () => {
    fc.assert(
      fc.property(walk, given => {
        const state = walked(given).at(-1)!
        const step = nextStep({ state, form: given.form, asked: given.asked })
        expect(step === null).toBe(state === 'closed')
        const held = { ...given, bodyId: 'b', state, lastDay: null, startsOn: '2026-03-01', shared: false, programmeId: null }
        if (step) expect(whyNotStep('system', step, held)).toBeNull()
      }),
      { numRuns: 200, seed: 4 },
    )
  })

  it('can reach its end', () => {
    const all: [StepKind, boolean][] = STEP_KINDS.map(kind => [kind, true])
    expect(walked({ form: 'board', asked: 1, tried: all }).at(-1)).toBe('closed')
  })
})
