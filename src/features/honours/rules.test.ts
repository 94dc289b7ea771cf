import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderXlsx } from '../../formats/xlsx/write.ts'
import { ACTS, type Actor, type Role } from '../../kernel/permissions.ts'
import { capFor, DECIDING, deciderOn, overCap } from './caps.ts'
import { paperOf } from './commendations/paper.ts'
import { NATURES } from './contract.ts'
import { linesOf, readRoster, type Village } from './roster.ts'
import { forgottenOn, whyNotDecision, whyNotGive, whyNotOver, whyNotRemove } from './rules.ts'

const OPTIONS = { seed: 20_261_127, numRuns: 200 }
const person = (...roles: Role[]): Actor => ({ accountId: 'a', bodyId: 'b', roles, displayName: 'Người' })
const front = { kind: 'front', level: 'province' }
const state = (level: string) => ({ kind: 'state', level })

describe('who decides on a recognition', () => {
  it('is one body on every day, without a gap between the rules', () => {
    expect(DECIDING.slice(1).map(row => row.validFrom)).toEqual(['2024-01-15', '2025-07-01'])
    expect(['2024-01-14', '2024-01-15', '2025-06-30', '2025-07-01'].map(day => deciderOn(day).decider)).toEqual([
      'province',
      'district',
      'district',
      'commune',
    ])
  })

  it('is the one named by the decision, on a day that has come', () => {
    const list = { date: '2025-12-10', decidedBy: 'commune' as const, year: 2025 }
    expect(whyNotDecision(list, '2026-01-01')).toBeNull()
    expect(whyNotDecision(list, '2025-12-09')?.code).toBe('honours.not-yet')
    expect(whyNotDecision({ ...list, decidedBy: 'province' }, '2026-01-01')?.code).toBe('honours.wrong-decider')
    expect(whyNotDecision({ ...list, year: 2020 }, '2026-01-01')?.code).toBe('honours.wrong-year')
  })
})

describe('ceilings', () => {
  it.each([
    [state('province'), 'sickness', '2026-02-01', 1_500_000],
    [state('central'), 'sickness', '2026-02-01', 3_000_000],
    [state('district'), 'sickness', '2025-06-30', 800_000],
    [state('commune'), 'sickness', '2024-01-15', 500_000],
    [state('province'), 'condolence', '2026-02-01', 1_000_000],
    [front, 'condolence', '2024-05-15', 4_000_000],
    [front, 'festival', '2026-02-01', 1_000_000],
  ] as const)('of %o for %s on %s are those of the law', (giver, nature, day, most) => {
    const cap = capFor(giver, nature, day)
    expect(cap?.perTime).toBe(most)
    expect(overCap(cap, [], most)).toBeNull()
    expect(overCap(cap, [], most + 1)?.code).toBe('honours.over-amount')
  })

  it('end with the districts, and begin with their decisions', () => {
    expect(capFor(state('district'), 'sickness', '2025-07-01')).toBeNull()
    expect(capFor(state('commune'), 'sickness', '2024-01-14')).toBeNull()
    expect(capFor(front, 'festival', '2024-05-14')).toBeNull()
  })

  it('count times and sums within the year', () => {
    const gift = capFor(state('province'), 'festival', '2026-02-01')
    expect(overCap(gift, [500_000], 500_000)).toBeNull()
    expect(overCap(gift, [500_000, 500_000], 1)?.code).toBe('honours.over-times')
    const hard = capFor(front, 'hardship', '2026-02-01')
    expect(overCap(hard, [2_000_000, 3_000_000], 1)).toMatchObject({ code: 'honours.over-year', data: { sum: 5_000_001 } })
  })

  it('let nothing more through than a smaller amount', () => {
    const givers = fc.constantFrom(front, state('central'), state('province'), state('commune'))
    const amount = fc.integer({ min: 0, max: 10_000_000 })
    const given = fc.array(amount, { maxLength: 3 })
    fc.assert(
      fc.property(givers, fc.constantFrom(...NATURES), given, amount, amount, (giver, nature, before, a, b) => {
        const cap = capFor(giver, nature, '2026-02-01')
        if (overCap(cap, before, Math.max(a, b)) === null) expect(overCap(cap, before, Math.min(a, b))).toBeNull()
      }),
      OPTIONS,
    )
  })

  it('are passed by a leader or who is authorised, with a reason', () => {
    const over = { code: 'honours.over-amount' }
    expect(whyNotOver(person('officer'), over, 'Hoàn cảnh khó khăn')).toEqual(over)
    expect(whyNotOver(person('leader'), over, undefined)?.code).toBe('honours.reason-missing')
    const authorised = { ...person('viewer', 'authorised'), authorities: [{ acts: ACTS, programmes: null }] }
    expect(whyNotOver(authorised, over, 'Hoàn cảnh khó khăn')).toBeNull()
    expect(whyNotOver({ ...authorised, authorities: [] }, over, 'Hoàn cảnh khó khăn')).toEqual(over)
    expect(whyNotOver(person('officer'), null, undefined)).toBeNull()
  })
})

describe('days', () => {
  const standing = { endedOn: null, endedBy: null, decidedOn: '2025-12-10' }
  it('of a benefit and of a removal lie after the recognition and not ahead', () => {
    for (const why of [whyNotGive, whyNotRemove]) {
      expect(why(standing, '2025-12-09', '2026-01-01')?.code).toBe('honours.before-decision')
      expect(why(standing, '2026-01-02', '2026-01-01')?.code).toBe('honours.not-yet')
      expect(why({ ...standing, endedOn: '2025-12-20', endedBy: 'removed' }, '2025-12-21', '2026-01-01')?.code).toBe(
        'honours.ended',
      )
      expect(why(standing, '2025-12-10', '2026-01-01')).toBeNull()
    }
  })
  it('of forgetting come a year after the end', () => expect(forgottenOn('2024-02-29')).toBe('2025-02-28'))
})

describe('a recognised list', () => {
  const villages: Village[] = [
    { id: 'v1', name: 'thôn Nà Lốc', parentName: 'xã Nậm Mây' },
    { id: 'v2', name: 'bản Khao', parentName: 'xã Mường Khao' },
    { id: 'v3', name: 'bản Khao', parentName: 'xã Nậm Mây' },
  ]
  let serial = 0
  const read = (bytes: Uint8Array) => readRoster(linesOf(bytes), villages, () => `r${(serial += 1)}`)
  const csv = (text: string) => new TextEncoder().encode(text)
  const outcomes = (bytes: Uint8Array) => read(bytes).rows.map(({ row, problem }) => row?.villageId ?? problem?.code)

  it('is read wherever its head stands, with and without marks, and nothing but its columns', () => {
    const text =
      'DANH SÁCH\nTT,Họ và tên,Dân tộc,Thôn,Xã\n1,Người Một,Tày,Na Loc,Nậm Mây\n2,Người Hai,Thái,Bản Khao,Xã Mường Khao\n'
    expect(outcomes(csv(text))).toEqual(['v1', 'v2'])
    expect(JSON.stringify(read(csv(text)))).not.toMatch(/Tày|Thái/)
  })

  it('says who is somebody else than was recognised in the village before', () => {
    const { rows } = read(csv('Họ và tên,Thôn,Người mới\nNgười Một,Nà Lốc,x\n'))
    expect(rows[0]!.row).toMatchObject({ villageId: 'v1', another: true })
  })

  it('says of each row why it cannot stand', () => {
    const text = 'Họ tên,Thôn,Xã\nA,Nà Lốc,\nB,Nà Lốc,\nC,Bản Khao,\nD,Xa Lạ,\n,Nà Lốc,\n'
    expect(outcomes(csv(text))).toEqual([
      'v1',
      'honours.village-twice',
      'honours.village-ambiguous',
      'honours.village-unknown',
      'honours.name-missing',
    ])
    expect(read(csv('Tên thôn\nNà Lốc\n')).problem?.code).toBe('honours.no-roster-column')
  })

  it('is read from a workbook as from CSV', () => {
    const table = [
      ['Họ và tên', 'Thôn', 'Xã'],
      ['Người Một', 'Nà Lốc', 'Nậm Mây'],
    ]
    const rows = table.map(cells => ({ cells: cells.map(value => ({ value })) }))
    const book = { title: 'Danh sách', author: '', sheets: [{ name: 'Danh sách', columns: [20, 20, 20], rows }] }
    expect(outcomes(Buffer.concat([...renderXlsx(book)]))).toEqual(['v1'])
  })
})

describe('the paper of a commendation', () => {
  const body = { name: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà', superior: null, symbol: 'SDTTG', kind: 'state', place: 'Sơn Hà' }
  const round = {
    occasion: 'Sơ kết',
    form: 'citation',
    issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Sơn Hà',
    decisionDate: '2026-04-08',
    submissionNumber: '31/TTr-VP',
    submissionDate: '2026-03-27',
  }
  const lines = [
    { id: 'a', sort: 'individual', collective: null, workplace: 'xã Khe Lùng', amount: 1_000_000, certificate: null },
  ]
  const of = (decisionNumber: string) =>
    paperOf({ round: { ...round, decisionNumber }, body, lines, names: { a: 'Người Một' }, signer: null } as never)

  it('is a decision with its list where the keeper has decided, and the list alone where another has', () => {
    expect(of('57/QĐ-SDTTG')).toMatchObject({ typeName: 'Quyết định', number: '57', date: '2026-04-08' })
    const list = of('30/QĐ-UBND')
    expect(list).toMatchObject({ typeName: 'Danh sách', number: null, annexes: [] })
    expect(JSON.stringify(list.blocks)).toMatch(/30\/QĐ-UBND.*Chủ tịch Ủy ban nhân dân.*Người Một/)
  })
})
