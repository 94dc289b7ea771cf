import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityRow, CompileInput, PetitionRow } from '../contract.ts'
import { recordsOf, valueOf } from '../figures.ts'
import { activity, input, item, parties, yearInput } from '../fixtures/input.ts'
import { linesOf, two } from '../fixtures/lines.ts'
import { type SplitWork, withSplits } from '../fixtures/splits.ts'
import { toldBeside } from '../honour-counts.ts'
import { compile } from './compile.ts'
import { textOf } from './phrases.ts'

const days = ['2024-12-14', '2024-12-15', '2025-06-14', '2025-12-14', '2025-12-15', '2026-03-10', '2026-06-14']
const paths = ['II/1', 'II/2', 'II/3/-2']
const pair = (units: string[]) => fc.option(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(...units)))
const someActivities: fc.Arbitrary<ActivityRow[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('training', 'visit', 'guidance', 'mới'),
      heldOn: fc.constantFrom(...days),
      count: pair(['lớp', 'buổi']),
      reach: pair(['lượt người', 'suất quà']),
      money: fc.option(fc.integer({ min: 0, max: 9_000_000_000 })),
      clausePaths: fc.subarray(paths),
      itemIds: fc.subarray(['i', 'j']),
    }),
    { maxLength: 40 },
  )
  .map(rows =>
    rows.map(({ count, reach, ...row }, at) =>
      activity({
        ...row,
        id: String(at),
        count: count?.[0] ?? null,
        countUnit: count?.[1] ?? null,
        reach: reach?.[0] ?? null,
        reachUnit: reach?.[1] ?? null,
      }),
    ),
  )
const items = [
  item({ id: 'i', clausePath: 'II/1', targetMin: 7, targetUnit: 'lớp' }),
  item({ id: 'j', clausePath: 'II/2', timing: 'due', dueOn: '2026-06-01', targetMin: 90, targetUnit: 'lượt người' }),
]

const HALF = { kind: 'half-year', year: 2026, half: 1 } as const
const petition = (at: number, days: Partial<PetitionRow['days']>): PetitionRow => ({
  id: `p${at}`,
  subject: 'Đường hỏng',
  commune: 'xã Nậm Mây',
  bodyId: parties[0]!.bodyId,
  days: { received: '2026-03-02', answered: null, settled: null, confirmed: null, ...days },
})

/** A second way to the number of a clause, kind and unit, written without the code under test. */
function summed(activities: ActivityRow[], path: string, kind: string, unit: string): number {
  let total = 0
  for (const one of activities) {
    const within = one.heldOn > '2025-12-14' && one.heldOn < '2026-06-15'
    if (within && one.kind === kind && one.clausePaths.indexOf(path) >= 0) {
      if (one.countUnit === unit) total += one.count!
      if (one.reachUnit === unit) total += one.reach!
    }
  }
  return total
}

describe('figures', () => {
  it('equal sums made independently, for whatever was recorded', () => {
    fc.assert(
      fc.property(someActivities, activities => {
        const { figures } = compile(input({ activities, items }))
        for (const { value, query } of Object.values(figures)) {
          if (query.from !== '2025-12-15' || !query.clausePath || !query.activityKind || !query.unit) continue
          expect(value).toBe(summed(activities, query.clausePath, query.activityKind, query.unit))
        }
        for (const path of paths) {
          for (const [kind, unit] of [
            ['training', 'lớp'],
            ['visit', 'suất quà'],
          ] as const) {
            const told = Object.values(figures).find(
              ({ query }) =>
                query.from === '2025-12-15' && query.clausePath === path && query.activityKind === kind && query.unit === unit,
            )
            expect(told?.value ?? 0).toBe(summed(activities, path, kind, unit))
          }
        }
      }),
      { seed: 2026, numRuns: 120 },
    )
  })

  it('open exactly the records that they are the sum of', () => {
    fc.assert(
      fc.property(someActivities, activities => {
        for (const { value, query } of Object.values(compile(input({ activities, items })).figures)) {
          const records = recordsOf(query, activities)
          expect(valueOf(query, records)).toBe(value)
          const others = activities.filter(one => !records.includes(one))
          expect(valueOf(query, others)).toBe(0)
        }
      }),
      { seed: 9, numRuns: 80 },
    )
  })

  it('stand behind every number of a sentence and of the annex, and are the same whatever the order of the records', () => {
    fc.assert(
      fc.property(someActivities, activities => {
        const review = compile(input({ activities, items }))
        const pieces = [
          ...review.blocks.flatMap(block => (block.kind === 'sentence' ? block.pieces : [])),
          ...review.annex.flatMap(row => row.cells.flat()),
        ]
        for (const piece of pieces) if (typeof piece !== 'string') expect(review.figures[piece.figure]).toBeDefined()
        expect(compile(input({ activities: activities.toReversed(), items }))).toEqual(review)
      }),
      { seed: 5, numRuns: 80 },
    )
  })

  it('count an activity of 20/12/2026 for 2027 under NĐ 09', () => {
    const late = two({ heldOn: '2026-12-20' })
    const year = input({
      period: { kind: 'year', year: 2026, half: null, from: '2025-12-15', to: '2026-12-14' },
      activities: [late],
    })
    const next = input({
      period: { kind: 'year', year: 2027, half: null, from: '2026-12-15', to: '2027-12-14' },
      yearFrom: '2026-12-15',
      before: { from: '2025-12-15', to: '2026-12-14' },
      activities: [late],
    })
    expect(linesOf(compile(year))).toContain('Trong kỳ chưa có hoạt động nào được ghi nhận.')
    expect(linesOf(compile(next))).toContain('Đã tổ chức 02 lớp tập huấn, bồi dưỡng với 117 lượt người tham dự.')
  })

  it('tells those reached under a clause by group beside the year before, and no small count nor what gives it away', () => {
    const split = (id: string, heldOn: string, splits: Record<string, number>, clausePaths = ['II/1']) => ({
      ...activity({ id, heldOn, reach: 100, reachUnit: 'lượt người', clausePaths }),
      splits,
    })
    const first = [
      split('a', '2026-03-01', { 'sex:Nam': 40, 'sex:Nữ': 60, 'people:Mông': 50, 'people:Thái': 30, 'people:Lào': 3 }),
      split('b', '2026-04-01', { 'sex:Nữ': 20, 'age:Dưới 16 tuổi': 2, 'age:Trên 60 tuổi': 90 }),
      split('c', '2025-03-01', { 'sex:Nam': 35 }),
    ]
    const told = (activities: (ActivityRow & SplitWork)[]) =>
      linesOf(compile(withSplits(input({ activities }), activities))).filter(line => line.startsWith('Số lượt'))
    expect(told([...first, split('d', '2026-05-01', { 'sex:Nữ': 9 }, ['II/2'])])).toEqual([
      'Số lượt người tham gia có ghi theo giới: Nữ 80 và Nam 40 (cùng kỳ năm 2025: 35).',
      'Số lượt người tham gia có ghi theo dân tộc: Mông 50; các nhóm có số lượng nhỏ không nêu riêng.',
      'Số lượt người tham gia có ghi theo giới: Nữ 09.',
    ])
    const both = split('e', '2026-05-01', { 'sex:Nữ': 30 }, ['II/1', 'II/2'])
    expect(told([both, split('f', '2026-05-02', { 'sex:Nữ': 3 })])).toEqual(['Số lượt người tham gia có ghi theo giới: Nữ 33.'])
    const figures = Object.values(compile(withSplits(input({ activities: first }), first)).figures)
    const parts = figures.flatMap(one => (one.query.kind === 'split' ? [`${one.query.clausePath} ${one.query.part}`] : []))
    expect(parts).toEqual(['II/1 sex:Nữ', 'II/1 sex:Nam', 'II/1 sex:Nam', 'II/1 people:Mông'])
  })

  it('hides in the year what one of its halves hides, so that the other half cannot be taken from it', () => {
    const split = (id: string, heldOn: string, splits: Record<string, number>) => ({
      ...activity({ id, heldOn, reach: 100, reachUnit: 'lượt người' }),
      splits,
    })
    const spring = split('a', '2026-03-01', {
      'sex:Nam': 40,
      'sex:Nữ': 60,
      'people:Mông': 50,
      'people:Thái': 30,
      'people:Lào': 20,
    })
    const autumn = split('b', '2026-09-01', { 'sex:Nam': 30, 'sex:Nữ': 50, 'people:Mông': 20, 'people:Thái': 9, 'people:Lào': 2 })
    const told = (input: CompileInput) => linesOf(compile(input)).filter(line => line.startsWith('Số lượt'))
    expect(told(withSplits(input({ activities: [spring] }), [spring]))).toContain(
      'Số lượt người tham gia có ghi theo dân tộc: Mông 50, Thái 30 và Lào 20.',
    )
    expect(told(withSplits(yearInput({ activities: [spring, autumn] }), [spring, autumn]))).toEqual([
      'Số lượt người tham gia có ghi theo giới: Nữ 110 và Nam 70.',
      'Số lượt người tham gia có ghi theo dân tộc: Mông 70; các nhóm có số lượng nhỏ không nêu riêng.',
    ])
  })

  it('tells of a year no count of petitions that one half could be taken from', () => {
    const year = (inAutumn: number) =>
      Array.from({ length: 9 + inAutumn }, (_, at) => petition(at, { received: at < 9 ? '2026-03-02' : '2026-09-02' }))
    const told = (inAutumn: number) => linesOf(compile(yearInput({ petitions: year(inAutumn) }))).join()
    expect(told(3)).toContain('tiếp nhận từ 05 trở lên kiến nghị của Nhân dân')
    expect(told(6)).toContain('tiếp nhận 15 kiến nghị của Nhân dân')
    expect(told(0)).toContain('tiếp nhận 09 kiến nghị của Nhân dân')
  })

  it('tells what came of the people’s petitions, each fact by its own day, and no small count', () => {
    const petitions = Array.from({ length: 6 }, (_, at) =>
      petition(at, at < 2 ? { answered: '2026-05-04', settled: '2026-07-01' } : {}),
    )
    const review = compile(input({ petitions }))
    const told = review.blocks.flatMap(block => (block.kind === 'sentence' ? [textOf(block.pieces)] : []))
    expect(told).toContain('Trong kỳ tiếp nhận 06 kiến nghị của Nhân dân; cơ quan có thẩm quyền đã trả lời dưới 05 kiến nghị.')
    const values = Object.values(review.figures).filter(figure => figure.query.kind === 'petitions')
    expect(values.map(figure => [figure.query.part, figure.value])).toEqual([['received', 6]])
  })

  it('leave with no number of petitions under five, nor with a year and a half that one could be reckoned from', () => {
    const days = fc.array(fc.constantFrom('2026-02-02', '2026-05-05', '2026-09-09'), { maxLength: 14 })
    fc.assert(
      fc.property(days, received => {
        const petitions = received.map((day, at) => petition(at, { received: day }))
        const year = yearInput({ petitions })
        const told = (of: CompileInput) =>
          Object.values(compile(of).figures).flatMap(one => (one.query.kind === 'petitions' ? [one.value] : []))
        const [inYear] = told(year)
        const halves = year.halves.period.map(half => told(input({ petitions, period: { ...HALF, ...half } }))[0])
        const differences = halves.flatMap(half => (inYear !== undefined && half !== undefined ? [inYear - half] : []))
        for (const value of [inYear, ...halves, ...differences]) expect([1, 2, 3, 4]).not.toContain(value)
      }),
      { seed: 7, numRuns: 100 },
    )
  })

  it('tells of those who are honoured in counts alone, and no small one', () => {
    const work = [
      { key: 'information', sessions: 6, turns: 214 },
      { key: 'class', sessions: 'few' as const, turns: 78 },
      { key: 'meeting', sessions: 'some' as const, turns: 'some' as const },
    ]
    const review = compile(input({ honours: { work, commended: { collective: 2, individual: 'few' } } }))
    const text = linesOf(review).join('\n')
    expect(text).toContain('06 hội nghị cung cấp thông tin với 214 lượt')
    expect(text).toContain('dưới 05 lớp tập huấn, bồi dưỡng với 78 lượt')
    expect(text).toContain('từ 05 trở lên cuộc gặp mặt, tọa đàm với từ 05 trở lên lượt')
    expect(text).toContain('Khen thưởng, biểu dương 02 tập thể và dưới 05 cá nhân.')
    expect(Object.values(review.figures).filter(one => one.query.kind === 'honours')).toHaveLength(4)
  })

  it('tells of a year no count of those honoured that one half could be taken from', () => {
    const commended = { collective: 0, individual: 0 }
    const counted = (sessions: number | null, turns: number) => ({ work: [{ key: 'class', sessions, turns }], commended })
    const nothing = { work: [], commended }
    const told = (year: ReturnType<typeof counted>, ...halves: (typeof nothing | typeof year)[]) => {
      const [row] = toldBeside(year, halves).work
      return [row!.sessions, row!.turns]
    }
    expect(told(counted(12, 90), counted(6, 50), counted(6, 40))).toEqual([12, 90])
    expect(told(counted(9, 53), counted(7, 50), nothing)).toEqual(['some', 'some'])
    expect(told(counted(9, 90), counted(6, 50), counted(null, 40))).toEqual(['some', 90])
    expect(told(counted(6, 50), counted(6, 50), nothing)).toEqual([6, 50])
    expect(told(counted(null, 50))).toEqual(['few', 50])
  })

  it('tells of those commended no small count, nor a year that one half could be taken from', () => {
    const counted = (individual: number | null) => ({ work: [], commended: { collective: 3, individual } })
    const told = (year: number | null, ...halves: (number | null)[]) =>
      toldBeside(counted(year), halves.map(counted)).commended.individual
    expect([told(null), told(0), told(7)]).toEqual(['few', 0, 7])
    expect([told(7, null, 5), told(7, 7, 0), told(12, 7, 5)]).toEqual(['some', 7, 12])
  })

  it('tells what campaigns and models came to in the period, each result in its own unit', () => {
    const result = (day: string, count: number) => ({ part: 'm1', label: 'Nhà tạm được xóa', unit: 'nhà', day, count })
    const campaign = { id: 'c', kindName: 'Cuộc vận động', title: 'Đoàn kết', place: '', bodyId: parties[0]!.bodyId }
    const days = { part: 'm2', label: 'Ngày công', unit: 'công', day: '2026-05-02', count: 40 }
    const recognised = { part: 'recognised', label: '', unit: 'mô hình', day: '2026-05-04', count: 1 }
    const movements = [
      { ...campaign, facts: [result('2026-05-01', 12), result('2026-08-01', 30)] },
      { ...campaign, id: 'd', kindName: 'Mô hình', facts: [recognised] },
      { ...campaign, id: 'e', kindName: 'Kết nghĩa', title: 'Kết nghĩa với Bản Huổi Hốc', facts: [days] },
    ]
    const review = compile(input({ movements }))
    const told = review.blocks.flatMap(block => (block.kind === 'sentence' ? [textOf(block.pieces)] : []))
    expect(told).toContain('Cuộc vận động “Đoàn kết”: Nhà tạm được xóa: 12 nhà.')
    expect(told).toContain('Kết nghĩa với Bản Huổi Hốc: Ngày công: 40 công.')
    expect(told).toContain('Trong kỳ đã công nhận 01 mô hình.')
    const values = Object.values(review.figures).filter(figure => figure.query.kind === 'movements')
    expect(values.map(figure => [figure.query.part, figure.value, figure.unit])).toEqual([
      ['m1', 12, 'nhà'],
      ['m2', 40, 'công'],
      ['recognised', 1, 'mô hình'],
    ])
  })
})
