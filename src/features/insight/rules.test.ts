import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deadline, Hit } from '../../engine/feature.ts'
import { addDays } from '../../kernel/dates.ts'
import { groupsOf, holdersIn, isHeldBy, rankHits, searchText, weekEnd } from './rules.ts'

const TODAY = '2026-11-18'
const deadline = (change: Partial<Deadline>): Deadline => ({
  kind: 'item',
  id: '1',
  title: 'Tập huấn',
  context: '',
  address: '/',
  dueOn: null,
  waits: 'us',
  role: 'lead',
  step: 'open',
  ...change,
})
const hit = (kind: string, rank: number): Hit => ({ kind, id: `${kind}${rank}`, title: '', context: '', address: '/', rank })
const groupKeyOf = (change: Partial<Deadline>) => groupsOf([deadline(change)], TODAY).find(group => group.total === 1)!.key

describe('my work', () => {
  it('puts our work by its day, and what waits for the other side apart', () => {
    expect(groupKeyOf({ dueOn: '2026-11-17' })).toBe('overdue')
    expect(groupKeyOf({ dueOn: TODAY })).toBe('today')
    expect(groupKeyOf({ dueOn: '2026-11-22' })).toBe('week')
    expect(groupKeyOf({ dueOn: '2026-11-23' })).toBe('later')
    expect(groupKeyOf({ dueOn: null })).toBe('ours')
    expect(groupKeyOf({ dueOn: '2026-11-01', waits: 'them' })).toBe('theirs')
  })

  it('ends the week on Sunday, also on a Sunday', () => {
    expect(weekEnd('2026-11-16')).toBe('2026-11-22')
    expect(weekEnd('2026-11-22')).toBe('2026-11-22')
  })

  it('shows fifty lines of a group, the earliest first, and counts all', () => {
    const many = Array.from({ length: 70 }, (_, at) => deadline({ id: String(at), dueOn: addDays(TODAY, -70 + at) }))
    const overdue = groupsOf(many.toReversed(), TODAY).find(group => group.key === 'overdue')!
    expect(overdue.total).toBe(70)
    expect(overdue.items).toHaveLength(50)
    expect(overdue.items[0]).toMatchObject({ id: '0', days: -70 })
  })

  it('wears the mark of our place in its programme, and every mark where it is the work of both', () => {
    const positions = new Map([['p', { own: 2, all: [1, 2] }]])
    const marksOf = (change: Partial<Deadline>) =>
      groupsOf([deadline(change)], TODAY, positions).flatMap(group => group.items.flatMap(item => item.positions))
    expect(marksOf({ programmeId: 'p', role: 'support' })).toEqual([2])
    expect(marksOf({ programmeId: 'p', role: 'both' })).toEqual([1, 2])
    expect(marksOf({ programmeId: 'other' })).toEqual([1])
    expect(marksOf({})).toEqual([1])
  })

  it('loses no line and doubles none', () => {
    const day = fc.option(fc.integer({ min: -90, max: 60 }).map(days => addDays(TODAY, days)))
    const lines = fc.array(fc.record({ dueOn: day, waits: fc.constantFrom('us' as const, 'them' as const) }), { maxLength: 45 })
    fc.assert(
      fc.property(lines, list => {
        const groups = groupsOf(
          list.map((one, at) => deadline({ ...one, id: String(at) })),
          TODAY,
        )
        const shown = groups.flatMap(group => group.items.map(item => item.id))
        expect(shown.toSorted()).toEqual(list.map((_, at) => String(at)).toSorted())
      }),
      { seed: 7, numRuns: 100 },
    )
  })
})

describe('search words', () => {
  it('drops marks and opens the last word', () => {
    expect(searchText('Giám sát đầ')).toBe('giam & sat & da:*')
    expect(searchText('1719/QĐ-TTg')).toBe('1719 & qd & ttg:*')
  })

  it('takes operators as nothing', () => {
    expect(searchText(`a' | !b & (c) <-> d:* \\`)).toBe('a & b & c & d:*')
    expect(searchText('& | ! :*')).toBeNull()
  })

  it('never makes a tsquery with anything but words, "&" and the last ":*"', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), words => {
        expect(searchText(words) ?? 'a:*').toMatch(/^[\p{L}\p{N}]+( & [\p{L}\p{N}]+)*:\*$/u)
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('tells a sentence once where a duty is its whole clause', () => {
    const said = (kind: string, title: string, address: string): Hit => ({ ...hit(kind, 1), title, address })
    const clause = said('clause', 'Mở lớp bồi dưỡng;', '/1')
    const same = said('commitment', 'Mở lớp bồi dưỡng', '/1')
    const others = [said('commitment', 'Mở lớp', '/1'), said('commitment', 'Mở lớp bồi dưỡng', '/2')]
    expect(rankHits([[clause], [same, ...others]])).toEqual([clause, ...others])
  })

  it('keeps the best eight of each kind and puts the best first', () => {
    const ranked = rankHits([Array.from({ length: 12 }, (_, rank) => hit('clause', rank)), [hit('body', 5.5)]])
    expect(ranked.map(one => one.id)).toEqual([
      'clause11',
      'clause10',
      'clause9',
      'clause8',
      'clause7',
      'clause6',
      'body5.5',
      'clause5',
      'clause4',
    ])
  })
})

describe('whose work is asked for', () => {
  const colleagues = new Map([
    ['lan', { units: ['dan-chu'] }],
    ['binh', { units: ['van-phong', 'dan-chu'] }],
    ['hoa', { units: ['van-phong'] }],
    ['moi', { units: [] }],
  ])
  const named = (accountId: string, deputyId: string | null = null) => ({ accountId, deputyId })

  it('is that of oneself and of whoever serves in the same unit', () => {
    expect(holdersIn(colleagues, 'lan')).toEqual({ accountIds: ['lan', 'binh'], deputyId: 'lan' })
    expect(holdersIn(colleagues, 'moi')).toEqual({ accountIds: ['moi'], deputyId: 'moi' })
  })

  it('is what one answers for, stands in for, or has by the own post', () => {
    const heldBy = { accountIds: ['lan'], deputyId: 'lan' }
    expect(isHeldBy({}, named('lan'), heldBy)).toBe(true)
    expect(isHeldBy({}, named('binh', 'lan'), heldBy)).toBe(true)
    expect(isHeldBy({ personal: true }, null, heldBy)).toBe(true)
    expect(isHeldBy({}, named('binh', 'hoa'), heldBy)).toBe(false)
    expect(isHeldBy({}, null, heldBy)).toBe(false)
  })
})
