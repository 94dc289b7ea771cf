import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../engine/feature.ts'
import { addDays, daysBetween } from '../../kernel/dates.ts'
import type { Settings } from './contract.ts'
import {
  defaultSettings,
  digestGroupOf,
  isQuiet,
  isTimeToTell,
  noticesDue,
  stageOf,
  stateAfter,
  whyNotSettings,
} from './rules.ts'

const TODAY = '2026-11-18'
const settings = defaultSettings(['officer'])
const deadline = (change: Partial<Deadline>): Deadline => ({
  kind: 'plan-item',
  id: '1',
  title: 'Tập huấn',
  context: '',
  address: '/',
  dueOn: TODAY,
  waits: 'us',
  role: 'lead',
  step: 'open',
  ...change,
})
const stagesOn = (today: string, dueOn: string, told = new Map<string, string>(), escalateAfter: number | null = null) =>
  noticesDue([deadline({ dueOn })], settings, today, told, escalateAfter).map(notice => notice.stage)

/** Tells day after day, as the job does, and hands back what was told on each. */
function tellThrough(deadlines: Deadline[], chosen: Settings, days: readonly string[], escalateAfter: number | null) {
  const told = new Map<string, string>()
  return days.map(today => {
    const due = noticesDue(deadlines, chosen, today, told, escalateAfter)
    for (const notice of due) told.set(notice.key, today)
    return { today, due, again: noticesDue(deadlines, chosen, today, told, escalateAfter) }
  })
}

describe('what is told of one thing', () => {
  it('is told seven days and one day before, on the day, and every seven days after', () => {
    const days = Array.from({ length: 40 }, (_, at) => addDays(TODAY, at - 15))
    const told = tellThrough([deadline({})], settings, days, null).flatMap(({ today, due }) =>
      due.map(({ stage }) => [stage, daysBetween(TODAY, today)]),
    )
    expect(told).toEqual([
      ['before-7', -7],
      ['before-1', -1],
      ['on-day', 0],
      ['after-7', 7],
      ['after-14', 14],
      ['after-21', 21],
    ])
  })

  it('is told late where nobody could be told on its day, and each stage that was missed is left out', () => {
    expect(stagesOn('2026-11-20', TODAY)).toEqual(['on-day'])
    expect(stagesOn('2026-12-10', TODAY)).toEqual(['after-21'])
    expect(stagesOn('2026-11-14', TODAY)).toEqual(['before-7'])
  })

  it('is not told without a day, nor while it waits for the other side', () => {
    expect(noticesDue([deadline({ dueOn: null }), deadline({ waits: 'them' })], settings, TODAY, new Map())).toEqual([])
  })

  it('is told anew where its day has moved', () => {
    const told = new Map(noticesDue([deadline({})], settings, TODAY, new Map()).map(({ key }) => [key, TODAY]))
    expect(stagesOn('2026-11-20', '2026-11-20', told)).toEqual(['on-day'])
  })

  it('comes to the leader once when its body has not done what it leads', () => {
    const days = Array.from({ length: 12 }, (_, at) => addDays(TODAY, at))
    const told = tellThrough([deadline({})], settings, days, 5).flatMap(({ today, due }) =>
      due.map(({ stage }) => [stage, daysBetween(TODAY, today)]),
    )
    expect(told).toEqual([
      ['on-day', 0],
      ['escalation', 5],
      ['after-7', 7],
    ])
    expect(noticesDue([deadline({ role: 'support' })], settings, '2026-11-24', new Map(), 5).map(({ stage }) => stage)).toEqual([
      'on-day',
    ])
  })

  it('does not tell the leader the same week twice', () => {
    expect(stagesOn('2026-12-03', TODAY, new Map(), 5)).toEqual(['escalation'])
    expect(stagesOn('2026-12-04', TODAY, new Map([[`plan-item:1:${TODAY}:escalation`, '2026-12-03']]), 5)).toEqual([])
    expect(stagesOn('2026-12-09', TODAY, new Map([[`plan-item:1:${TODAY}:escalation`, '2026-12-03']]), 5)).toEqual(['after-21'])
  })
})

const clock = fc.integer({ min: 0, max: 47 }).map(half => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
const chosen: fc.Arbitrary<Settings> = fc.record({
  byMail: fc.boolean(),
  inApplication: fc.boolean(),
  address: fc.constantFrom(null, 'a@sonha.example'),
  daysBefore: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
  onDay: fc.boolean(),
  afterDue: fc.boolean(),
  quiet: fc.option(fc.record({ from: clock, to: clock })),
  digestAt: clock,
})
const many = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    dueOn: fc.option(fc.integer({ min: -60, max: 60 }).map(days => addDays(TODAY, days))),
    waits: fc.constantFrom('us' as const, 'them' as const),
    role: fc.constantFrom('lead' as const, 'support' as const, 'both' as const),
  }),
  { maxLength: 12 },
)
const someDays = fc
  .uniqueArray(fc.integer({ min: -40, max: 40 }), { maxLength: 25 })
  .map(days => days.toSorted((a, b) => a - b).map(day => addDays(TODAY, day)))

describe('whatever is chosen and whenever the site runs', () => {
  it('telling twice on a day tells nothing new, and each thing is told at most once per stage', () => {
    fc.assert(
      fc.property(many, chosen, someDays, fc.option(fc.integer({ min: 1, max: 60 })), (list, one, days, escalateAfter) => {
        const told = tellThrough(list.map(deadline), one, days, escalateAfter)
        expect(told.flatMap(({ again }) => again)).toEqual([])
        const keys = told.flatMap(({ due }) => due.map(({ key }) => key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { seed: 23, numRuns: 200 },
    )
  })

  it('quiet hours hold everything back', () => {
    fc.assert(
      fc.property(chosen, clock, (one, time) => {
        if (isQuiet(one, time)) expect(isTimeToTell(one, time)).toBe(false)
        if (!one.byMail && !one.inApplication) expect(isTimeToTell(one, time)).toBe(false)
      }),
      { seed: 29, numRuns: 200 },
    )
  })

  it('a choice that is taken has a time of day to tell', () => {
    fc.assert(
      fc.property(chosen, one => {
        fc.pre(whyNotSettings(one) === null && (one.byMail || one.inApplication))
        expect(isTimeToTell(one, one.digestAt)).toBe(true)
      }),
      { seed: 31, numRuns: 200 },
    )
  })
})

describe('the hours', () => {
  it('run over midnight, the last one not counted', () => {
    const quiet = { quiet: { from: '19:00', to: '07:00' } }
    expect(['18:59', '19:00', '23:59', '00:00', '06:59', '07:00'].map(time => isQuiet(quiet, time))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    expect(isQuiet({ quiet: { from: '11:30', to: '13:30' } }, '12:00')).toBe(true)
  })

  it('refuse a letter without an address, and a digest within quiet hours', () => {
    expect(whyNotSettings({ ...settings, byMail: true })?.code).toBe('reminders.no-address')
    expect(whyNotSettings({ ...settings, digestAt: '06:00' })?.code).toBe('reminders.digest-in-quiet')
    expect(whyNotSettings({ ...settings, quiet: { from: '12:00', to: '12:00' } })?.code).toBe('reminders.quiet-empty')
    expect(whyNotSettings(settings)).toBeNull()
  })
})

it('has no stage where none is wished', () => {
  const none = { daysBefore: [], onDay: false, afterDue: false }
  expect([20, 1, 0, -3, -30].map(days => stageOf(days, none))).toEqual([null, null, null, null, null])
})

it('groups a digest by day, the week ending on Sunday', () => {
  const group = (dueOn: string, stage = 'x') => digestGroupOf({ dueOn, stage }, TODAY)
  expect(group('2026-11-10', 'escalation')).toBe('escalated')
  expect([group('2026-11-17'), group(TODAY), group('2026-11-22'), group('2026-11-23')]).toEqual([
    'overdue',
    'today',
    'week',
    'later',
  ])
})

it('tries a letter that surely did not go out five times, and shows what no letter brought', () => {
  expect(stateAfter('not-sent', 4)).toEqual({ state: 'waiting', show: false })
  expect(stateAfter('not-sent', 5)).toEqual({ state: 'given-up', show: true })
  expect(stateAfter('unknown', 1)).toEqual({ state: 'unknown', show: true })
})
