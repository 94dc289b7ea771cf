import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/permissions.ts'
import { checksFor, withAnswers } from './checks.ts'
import { termOf } from './clocks.ts'
import { STEP_KINDS } from './contract.ts'
import { coverageOf } from './coverage.ts'
import { endAfter, OPEN, whyNotFindings } from './ends.ts'
import { reportTerm } from './report-terms.ts'
import {
  type Held,
  nextStep,
  stateAfter,
  whyNotDay,
  whyNotDays,
  whyNotFinding,
  whyNotPicture,
  whyNotShare,
  whyNotStep,
  whyNotTeam,
} from './rules.ts'

const officer: Actor = { accountId: 'a', bodyId: 'ours', roles: ['officer'], displayName: 'Cán bộ' }
const held = (change: Partial<Held> = {}): Held => ({
  bodyId: 'ours',
  state: 'planned',
  form: 'board',
  lastDay: null,
  startsOn: '2026-03-02',
  shared: false,
  programmeId: null,
  asked: 1,
  unseen: 1,
  ...change,
})
const board = { front: 1, inspectors: 1, villagers: 3 }
const repaired = endAfter(OPEN, { kind: 'remedy', outcome: 'repaired', day: '2026-03-20' })
const seen = endAfter(repaired, { kind: 'see-again', outcome: 'right', day: '2026-03-22' })
const counted = { board, members: [], conflictsAsked: true }

describe('a supervision', () => {
  it('of a board goes from plan to close, each next step being the one that may be taken', () => {
    const way: string[] = []
    let state = held().state
    for (let next = nextStep(held({ state })); next !== null; next = nextStep(held({ state }))) {
      expect(whyNotStep(officer, next, held({ state }))).toBeNull()
      way.push(next)
      if (next === 'conclude' && !way.includes('visit')) throw new Error('concluded unseen')
      state = stateAfter(next, next === 'see-again' ? [seen] : [repaired])
    }
    expect(way).toEqual([...STEP_KINDS])
  })

  it('lies with the answer until each of its findings is repaired or explained, and is seen again before it closes', () => {
    const wrong = endAfter(repaired, { kind: 'see-again', outcome: 'not-right', day: '2026-03-22' })
    const refused = endAfter(OPEN, { kind: 'remedy', outcome: 'not-repaired', day: '2026-03-20' })
    const explained = endAfter(OPEN, { kind: 'remedy', outcome: 'explained', day: '2026-03-20' })
    for (const open of [OPEN, wrong, refused]) expect(stateAfter('see-again', [seen, open])).toBe('answered')
    expect(stateAfter('remedy', [repaired, explained])).toBe('repaired')
    expect(stateAfter('remedy', [explained, explained])).toBe('explained')
    expect(stateAfter('see-again', [seen, explained])).toBe('repaired')
    expect(stateAfter('see-again', [seen, seen])).toBe('seen-again')
  })

  it('tells of findings only what they wait for', () => {
    const ends = new Map([
      ['open', OPEN],
      ['repaired', repaired],
      ['seen', seen],
    ])
    const refused = (kind: 'remedy' | 'see-again', ids: string[]) => whyNotFindings(kind, ids, ends)?.code ?? null
    expect([refused('remedy', ['open']), refused('see-again', ['repaired'])]).toEqual([null, null])
    for (const id of ['repaired', 'seen', 'elsewhere'])
      expect(refused('remedy', ['open', id])).toBe('supervision.not-waiting-remedy')
    expect(refused('see-again', ['open'])).toBe('supervision.not-waiting-see-again')
    expect(refused('see-again', [])).toBe('supervision.none-waits-see-again')
  })

  it('closes without a recommendation only where nothing was asked', () => {
    expect(whyNotStep(officer, 'close', held({ state: 'findings' }))?.code).toBe('supervision.asked-open')
    expect(whyNotStep(officer, 'close', held({ state: 'findings', asked: 0 }))).toBeNull()
    expect(whyNotStep(officer, 'close', held({ state: 'repaired' }))?.code).toBe('supervision.wrong-state')
  })

  it('of a board sends nothing that the Front of the commune has not confirmed', () => {
    expect(whyNotStep(officer, 'send', held({ state: 'recommended' }))?.code).toBe('supervision.not-confirmed')
    expect(whyNotStep(officer, 'send', held({ state: 'recommended', form: 'team' }))).toBeNull()
  })

  it('is worked on by the body that carries it, and shown by a leader', () => {
    expect(whyNotStep({ ...officer, bodyId: 'theirs' }, 'notify', held())?.code).toBe('supervision.not-yours')
    expect(whyNotShare(officer, held({ programmeId: 'p' }))?.code).toBe('not-permitted')
    expect(whyNotShare({ ...officer, roles: ['leader'] }, held())?.code).toBe('supervision.no-programme')
  })

  it('takes no finding before the visits and none after what was asked has left', () => {
    expect(whyNotFinding(officer, held({ state: 'notified' }))?.code).toBe('supervision.not-seeing')
    expect(whyNotFinding(officer, held({ state: 'sent' }))?.code).toBe('supervision.not-seeing')
    expect(whyNotFinding(officer, held({ state: 'visiting' }))).toBeNull()
  })
})

describe('refused at once', () => {
  it('is an end before its start', () => {
    expect(whyNotDays('2026-03-02', '2026-03-01')?.code).toBe('supervision.end-before-start')
    expect(whyNotDays('2026-03-02', '2026-03-02')).toBeNull()
  })

  it('is a board of fewer than five, one not asked of conflicts, and one with names', () => {
    const four = { ...counted, board: { ...board, villagers: 2 } }
    expect(whyNotTeam('board', four)).toEqual({ code: 'supervision.small-board', data: { least: 5 } })
    expect(whyNotTeam('board', { ...counted, conflictsAsked: false })?.code).toBe('supervision.conflicts-not-asked')
    const named = [{ fromBody: 'Thôn Nà Lốc', post: 'Người dân', official: '', heads: false }]
    expect(whyNotTeam('board', { ...counted, members: named })?.code).toBe('supervision.board-by-counts')
    expect(whyNotTeam('board', counted)).toBeNull()
  })

  it('is an answer before its question, and a step of tomorrow', () => {
    expect(whyNotDay('2026-03-04', { lastDay: '2026-03-05' }, '2026-03-10')?.code).toBe('supervision.before-last')
    expect(whyNotDay('2026-03-11', { lastDay: null }, '2026-03-10')?.code).toBe('supervision.not-yet')
  })

  it('is a photo that is no picture', () => {
    expect(whyNotPicture('application/pdf')?.code).toBe('supervision.no-picture')
    expect(whyNotPicture('image/jpeg')).toBeNull()
  })
})

describe('terms', () => {
  const run = { startsOn: '2026-04-20', endsOn: '2026-04-30' }

  it('of a board are 45 days before the start and 15 days after the letter', () => {
    expect(termOf('planned', { form: 'board', ...run }, '2026-01-05', [])?.on).toBe('2026-03-06')
    expect(termOf('sent', { form: 'board', ...run }, '2026-05-04', [])).toMatchObject({
      on: '2026-05-19',
      basis: expect.stringContaining('Điều 45'),
    })
  })

  it('of a team of the Front are 15 and 7 days before and 15 days after', () => {
    const team = { form: 'team' as const, ...run }
    expect(termOf('planned', team, '2026-01-05', [])?.on).toBe('2026-04-05')
    expect(termOf('notified', team, '2026-04-01', [])?.on).toBe('2026-04-13')
    expect(termOf('visiting', team, '2026-04-20', [])?.on).toBe('2026-05-15')
  })

  it('end with the supervision', () => {
    expect(termOf('closed', { form: 'board', ...run }, '2026-05-20', [])).toBeNull()
  })
})

describe('reports', () => {
  const dueOf = (quarter: number | null, level: string | null, set: Parameters<typeof reportTerm>[2] = []) =>
    reportTerm({ year: 2026, quarter }, level, set)?.on ?? null

  it('are due by the law on day 10 of the month after a quarter, and of a year on 10/02 or 20/02', () => {
    expect([1, 2, 3, 4].map(quarter => dueOf(quarter, 'commune'))).toEqual([
      '2026-04-10',
      '2026-07-10',
      '2026-10-10',
      '2027-01-10',
    ])
    expect(['commune', 'province', 'central'].map(level => dueOf(null, level))).toEqual(['2027-02-10', '2027-02-20', null])
  })

  it('are due by the province’s row before the law’s, where it holds on the day after the period', () => {
    const own = { id: 'r', span: 'quarter', level: null, month: 2, day: 5, basis: 'Quy chế', validTo: null } as const
    const set = [{ ...own, validFrom: '2026-07-01' }]
    expect([dueOf(1, 'commune', set), dueOf(2, 'commune', set), dueOf(4, 'commune', set)]).toEqual([
      '2026-04-10',
      '2026-08-05',
      '2027-02-05',
    ])
    expect(reportTerm({ year: 2026, quarter: 2 }, 'commune', set)?.basis).toBe('Quy chế')
  })
})

describe('what is looked at', () => {
  it('is what the law names for a board from its first day on, the lines of the plan for others, and the province’s on their days', () => {
    const own = {
      id: 'x',
      line: 'x',
      form: null,
      text: 'Biển báo',
      basis: 'Quy chế',
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
    }
    const lines = (form: 'board' | 'team', day: string) => checksFor(form, day, [own]).map(one => one.line)
    expect(lines('board', '2026-03-02')).toHaveLength(11)
    expect(lines('board', '2023-06-30')).toEqual([])
    expect(lines('team', '2026-03-02')).toEqual(['team-plan', 'team-report', 'x'])
    expect(lines('team', '2026-07-01')).toEqual(['team-plan', 'team-report'])
  })

  it('keeps the words of a line that was answered and no longer holds', () => {
    const checked = {
      line: 'old',
      text: 'Dòng cũ',
      basis: 'Quy chế',
      result: 'in-order',
      remark: '',
      finding: null,
      version: 1,
    } as const
    expect(withAnswers([], [checked])).toEqual([checked])
  })
})

describe('works by commune', () => {
  it('count each work once and name the communes that have none first', () => {
    const communes = [
      { id: 'a', name: 'Xã Bản Lìm' },
      { id: 'b', name: 'Xã Khe Lùng' },
    ]
    const twice = [
      { constructionId: '1', communeId: 'a' },
      { constructionId: '1', communeId: 'a' },
    ]
    expect(coverageOf(communes, twice)).toEqual([
      { id: 'b', name: 'Xã Khe Lùng', works: 0, reached: false },
      { id: 'a', name: 'Xã Bản Lìm', works: 1, reached: true },
    ])
  })
})
