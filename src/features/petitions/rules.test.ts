import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../../kernel/dates.ts'
import type { Actor, Role } from '../../kernel/permissions.ts'
import { PLAIN_WEEK } from '../../kernel/working-days.ts'
import { BALANCE_PARTS, type Balance, balanceOf } from './balance.ts'
import { type Clock, clockFor, LAW_CLOCKS, termOf } from './clocks.ts'
import { ORIGINS, type PetitionState, STEP_KINDS, type StepKind } from './contract.ts'
import { proposeAddressees, type Route } from './routes.ts'
import {
  forgottenOn,
  type Held,
  isAway,
  isClosed,
  nextStep,
  stateAfter,
  whyNotDay,
  whyNotSender,
  whyNotShare,
  whyNotStep,
  whyNotTakeBack,
} from './rules.ts'
import { termsOf } from './terms.ts'

const OPTIONS = { seed: 20_261_126, numRuns: 200 }
const person = (...roles: Role[]): Actor => ({ accountId: 'a', bodyId: 'b', roles, displayName: 'Người' })
const both = person('officer', 'leader')
const TODAY = '2026-11-20'
const received: Held = {
  state: 'received',
  dueOn: '2026-11-25',
  lastDay: '2026-11-10',
  confirmedOn: null,
  bodyId: 'b',
  handling: true,
}

/** One move of a random life: how many days pass, which step is tried, what the people there say. */
type Move = { days: number; kind: StepKind; settled: boolean; onSpot: boolean }
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({ days: fc.nat({ max: 40 }), kind: fc.constantFrom(...STEP_KINDS), settled: fc.boolean(), onSpot: fc.boolean() }),
  { maxLength: 30 },
)
type Life = { held: Held; closedOn: string | null; states: PetitionState[] }

/** Lives a petition through what the rules let pass. */
function live(list: readonly Move[]): Life & { today: string } {
  let [today, life]: [string, Life] = [
    '2026-01-10',
    { held: { ...received, lastDay: '2026-01-10', dueOn: '2026-01-20' }, closedOn: null, states: ['received'] },
  ]
  for (const { days, kind, settled, onSpot } of list) {
    today = addDays(today, days)
    if (whyNotStep(both, kind, life.held, today) ?? whyNotDay(today, life.held, today)) continue
    const state = stateAfter(kind, settled)
    const confirmedOn = state === 'settled' && onSpot ? today : null
    const closedOn = isClosed(state) ? (life.closedOn ?? today) : null
    life = {
      held: { ...life.held, state, lastDay: today, confirmedOn, dueOn: closedOn === null ? addDays(today, 10) : null },
      closedOn,
      states: [...life.states, state],
    }
  }
  return { ...life, today }
}

describe('the life of a petition', () => {
  it('has one next step at every moment until its end, and none after', () => {
    fc.assert(
      fc.property(moves, list => {
        const { held, today } = live(list)
        const next = nextStep(held, today)
        if (isClosed(held.state)) expect(next).toBe(held.state === 'settled' && held.confirmedOn === null ? 'check' : null)
        else expect(whyNotStep(both, next!, held, today)).toBeNull()
      }),
      OPTIONS,
    )
  })

  it('never leaves a return or a routing out', () => {
    fc.assert(
      fc.property(moves, list => {
        const { states } = live(list)
        for (const end of ['returned', 'routed-out'] as const) if (states.includes(end)) expect(states.at(-1)).toBe(end)
      }),
      OPTIONS,
    )
  })

  it('is settled only after an answer that was checked with the people there', () => {
    fc.assert(
      fc.property(moves, list => {
        const { states } = live(list)
        states.forEach((state, at) => state === 'settled' && expect(['answered', 'settled']).toContain(states[at - 1]))
      }),
      OPTIONS,
    )
  })

  it('lies with another body exactly while it is forwarded, acknowledged or urged', () => {
    const away = (['received', 'forwarded', 'acknowledged', 'urged', 'answered', 'not-settled', 'settled'] as const).filter(
      isAway,
    )
    expect(away).toEqual(['forwarded', 'acknowledged', 'urged'])
  })

  it('is urged by a leader, and only after its term', () => {
    const away: Held = { ...received, state: 'forwarded' }
    expect(whyNotStep(both, 'urge', away, '2026-11-25')).toEqual({ code: 'petitions.not-overdue', data: { due: '2026-11-25' } })
    expect(whyNotStep(both, 'urge', away, '2026-11-26')).toBeNull()
    expect(whyNotStep(person('officer'), 'urge', away, '2026-11-26')).toEqual({ code: 'not-permitted' })
    expect(nextStep(away, '2026-11-26')).toBe('urge')
  })

  it('takes no step before what it follows, and none of tomorrow', () => {
    expect(whyNotDay('2026-11-09', received, TODAY)?.code).toBe('petitions.before-last')
    expect(whyNotDay('2026-11-21', received, TODAY)?.code).toBe('petitions.not-yet')
  })

  it('is worked on by the unit that handles it', () => {
    expect(whyNotStep(both, 'forward', { ...received, handling: false }, TODAY)?.code).toBe('petitions.other-unit')
    expect(whyNotStep({ ...both, bodyId: 'c' }, 'forward', received, TODAY)?.code).toBe('petitions.not-yours')
  })

  it('gives its last step back to who took it, for ten minutes; what was routed out never', () => {
    const step = { isLast: true, createdBy: 'a', ageMinutes: 9, kind: 'forward' as StepKind }
    expect(whyNotTakeBack(both, received, step)).toBeNull()
    expect(whyNotTakeBack(both, received, { ...step, ageMinutes: 11 })?.code).toBe('petitions.too-late')
    expect(whyNotTakeBack(both, received, { ...step, createdBy: 'z' })?.code).toBe('petitions.not-your-step')
    expect(whyNotTakeBack(both, received, { ...step, kind: 'route-out' })?.code).toBe('petitions.not-last')
  })

  it('is shown to other sides by a leader and under a programme only', () => {
    expect(whyNotShare(both, { ...received, programmeId: null, shared: false })?.code).toBe('petitions.no-programme')
    expect(whyNotShare(person('officer'), { ...received, programmeId: 'p', shared: false })?.code).toBe('not-permitted')
    expect(whyNotShare(both, { ...received, programmeId: 'p', shared: false })).toBeNull()
  })
})

describe('the sender', () => {
  it('is known to the handler alone, not even to the leader', () => {
    expect(whyNotSender(both, { ...received, handler: 'a' })).toBeNull()
    expect(whyNotSender(both, { ...received, handler: 'z' })?.code).toBe('petitions.not-handler')
  })

  it('is forgotten twelve months after the end, and 24 months after the receipt at the latest', () => {
    expect(forgottenOn({ receivedOn: '2026-01-31', closedOn: '2026-02-28' })).toBe('2027-02-28')
    expect(forgottenOn({ receivedOn: '2026-01-31', closedOn: null })).toBe('2028-01-31')
    expect(forgottenOn({ receivedOn: '2026-01-31', closedOn: '2027-12-01' })).toBe('2028-01-31')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  })
})

describe('the balance of a period', () => {
  it('is even: carried over + received = settled + returned + routed out + open', () => {
    const from = fc.integer({ min: 0, max: 400 }).map(days => addDays('2026-01-01', days))
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 12 }), from, fc.nat({ max: 200 }), (lives, first, length) => {
        const petitions = lives.map(live).map(({ held, closedOn }) => ({ receivedOn: '2026-01-10', closedOn, state: held.state }))
        const { carried, received: came, settled, returned, routed, open } = balanceOf(petitions, first, addDays(first, length))
        expect(carried + came).toBe(settled + returned + routed + open)
      }),
      OPTIONS,
    )
  })

  it('carries what is open into the next period', () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 12 }), fc.integer({ min: 0, max: 300 }), (lives, days) => {
        const petitions = lives.map(live).map(({ held, closedOn }) => ({ receivedOn: '2026-01-10', closedOn, state: held.state }))
        const last = addDays('2026-01-10', days)
        const next = balanceOf(petitions, addDays(last, 1), addDays(last, 90))
        expect(next.carried).toBe(balanceOf(petitions, '2026-01-01', last).open)
      }),
      OPTIONS,
    )
  })

  it('names its six parts', () => {
    const empty: Balance = balanceOf([], '2026-01-01', '2026-12-31')
    expect(Object.keys(empty)).toEqual([...BALANCE_PARTS])
  })
})

describe('clocks', () => {
  const termFrom = (
    origin: (typeof ORIGINS)[number],
    level: 'own' | 'commune' | 'province',
    clocks: readonly Clock[] = LAW_CLOCKS,
  ) => {
    const clock = clockFor({ origin, level, day: '2026-03-02' }, clocks)
    return clock && termOf(clock, '2026-03-02', PLAIN_WEEK)
  }

  it('are the law’s: 10 working days for the own answer, 60 days for voters, 15 for community supervision', () => {
    expect(termFrom('direct', 'own')?.on).toBe('2026-03-16')
    expect(termFrom('voters', 'province')?.on).toBe('2026-05-01')
    expect(termFrom('supervision', 'commune')?.on).toBe('2026-03-17')
    expect(termFrom('village', 'province')).toBeNull()
    expect(termFrom('voters', 'own')).toBeNull()
  })

  it('of the province go before the law’s while they hold', () => {
    const own: Clock = {
      id: 'x',
      origin: null,
      level: 'any',
      days: 20,
      unit: 'working',
      basis: 'Quy chế',
      validFrom: '2026-01-01',
      validTo: '2026-03-31',
    }
    expect(clockFor({ origin: 'voters', level: 'province', day: '2026-03-31' }, [own, ...LAW_CLOCKS])?.basis).toBe('Quy chế')
    expect(clockFor({ origin: 'voters', level: 'province', day: '2026-04-01' }, [own, ...LAW_CLOCKS])?.days).toBe(60)
  })
})

describe('the table of addressees', () => {
  const route = (change: Partial<Route>): Route => ({
    id: 'r',
    field: null,
    placeId: null,
    level: 'province',
    addressee: 'Sở A',
    decidedBy: 'Quy chế',
    validFrom: '2026-01-01',
    validTo: null,
    ...change,
  })
  const wanted = { field: 'roads', communeId: 'c', day: TODAY }

  it('proposes for each level what is said of this field and place, before what is said of all', () => {
    const rows = [
      route({ addressee: 'UBND tỉnh' }),
      route({ addressee: 'Sở Xây dựng', field: 'roads' }),
      route({ addressee: 'UBND xã Nậm Mây', level: 'commune', placeId: 'c' }),
      route({ addressee: 'UBND xã khác', level: 'commune', placeId: 'd' }),
    ]
    expect(proposeAddressees(rows, wanted).map(one => one.addressee)).toEqual(['UBND xã Nậm Mây', 'Sở Xây dựng'])
  })

  it('forgets what no longer holds', () => {
    expect(proposeAddressees([route({ validTo: '2026-11-19' })], wanted)).toEqual([])
  })
})

describe('what petitions are compared by', () => {
  it('is the same with and without marks', () => {
    expect(termsOf('Đường vào thôn Nà Lốc xuống cấp')).toEqual(termsOf('duong vao thon na loc xuong cap'))
  })
  it('leaves out syllables that say nothing', () => {
    expect(termsOf('Đề nghị cho người dân')).toEqual([])
  })
})
