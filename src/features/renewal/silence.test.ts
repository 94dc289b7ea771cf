import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { compile } from '../reviews/compiling/compile.ts'
import { textOf } from '../reviews/compiling/phrases.ts'
import { activity, commitment, termInput } from '../reviews/fixtures/input.ts'
import { yearsBegun } from '../reviews/silence.ts'
import { silencesOf } from './silence.ts'

const NEVER_AMENDED = { validFrom: null, validTo: null }
const CLAUSES = [{ path: 'II/1' }, { path: 'II/2' }]
const duties = CLAUSES.map(({ path }) => ({ clausePath: path, ...NEVER_AMENDED }))
const WORK = [
  { path: 'II/1', heldOn: '2022-05-10', activities: 3 },
  { path: 'II/2', heldOn: '2023-05-10', activities: 0 },
  { path: 'IV/1', heldOn: '2023-05-10', activities: 2 },
  { path: 'IV/1', heldOn: '2022-05-10', activities: 1 },
]
const ND09 = { profile: 'nd09' as const, cutoffs: null }
const yearsTo = (to: number, today = '2029-01-01') => yearsBegun(ND09, { from: 2022, to }, today)

it('names of each duty the years without an activity', () => {
  expect(silencesOf(CLAUSES, { duties, work: WORK, years: yearsTo(2023) }).silent).toEqual([
    { path: 'II/1', years: [2023] },
    { path: 'II/2', years: [2022, 2023] },
  ])
})

it('leaves out a duty that was busy in every year', () => {
  expect(silencesOf(CLAUSES, { duties, work: WORK, years: yearsTo(2022) }).silent.map(one => one.path)).toEqual(['II/2'])
})

it('counts the last half of December for the year that reports tell it in', () => {
  const late = [{ path: 'II/1', heldOn: '2022-12-20', activities: 1 }]
  expect(silencesOf(CLAUSES.slice(0, 1), { duties, work: late, years: yearsTo(2023) }).silent).toEqual([
    { path: 'II/1', years: [2022] },
  ])
})

it('owes nothing in years before an amendment brought the duty', () => {
  const brought = [{ clausePath: 'II/1', validFrom: '2023-01-01', validTo: null }]
  expect(silencesOf(CLAUSES.slice(0, 1), { duties: brought, work: [], years: yearsTo(2023) }).silent).toEqual([
    { path: 'II/1', years: [2023] },
  ])
})

it('counts what was done under a clause that holds no duty', () => {
  expect(silencesOf(CLAUSES, { duties, work: WORK, years: yearsTo(2023) }).loose).toEqual([{ path: 'IV/1', activities: 3 }])
})

it('begins a year on the day from which reports tell in it, and says nothing of a programme that has not begun', () => {
  expect(yearsTo(2025, '2022-12-14').map(one => one.year)).toEqual([2022])
  expect(yearsTo(2025, '2022-12-15').map(one => one.year)).toEqual([2022, 2023])
  expect(silencesOf(CLAUSES, { duties, work: [], years: yearsTo(2023, '2021-06-01') })).toEqual({ silent: [], loose: [] })
})

const day = fc.integer({ min: 0, max: 760 }).map(days => addDays('2025-12-01', days))
const world = fc.record({ days: fc.array(day, { maxLength: 3 }), validFrom: fc.option(day), validTo: fc.option(day) })

it('says the same silent years as the final report, whatever was done and amended', () => {
  fc.assert(
    fc.property(world, ({ days, validFrom, validTo }) => {
      const [duty, { years, period }] = [commitment({ clausePath: 'II/1', validFrom, validTo }), termInput()]
      const activities = days.map((heldOn, at) => activity({ id: String(at), heldOn }))
      const told = compile(termInput({ commitments: [duty], activities }))
      const line = told.blocks
        .flatMap(one => (one.kind === 'sentence' ? [textOf(one.pieces)] : []))
        .find(one => /: năm [\d, ]+\.$/.test(one))
      const work = days.map(heldOn => ({ path: 'II/1', heldOn, activities: 1 }))
      const [found] = silencesOf([{ path: 'II/1' }], { duties: [duty], work, years }).silent
      // A clause without any work in the term has a line of its own in the report.
      if (!days.some(one => period.from <= one && one <= period.to)) return
      expect(line?.match(/năm ([\d, ]+)\.$/)?.[1] ?? '').toBe(found?.years.join(', ') ?? '')
    }),
    { seed: 2026, numRuns: 300 },
  )
})
