import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KindBook, READY } from '../../activities/index.ts'
import type { ActivityRow, CompiledBlock, CompiledReview } from '../contract.ts'
import { recordsOf, valueOf } from '../figures.ts'
import { activity, input, item, parties } from '../fixtures/input.ts'
import { compile } from './compile.ts'
import { textOf } from './phrases.ts'

const printed = (block: CompiledBlock): string => {
  if (block.kind === 'heading') return `${block.label} ${block.text}`
  return block.kind === 'sentence' ? textOf(block.pieces) : `[${block.section}] ${block.text}`
}
const linesOf = (review: CompiledReview): string[] => review.blocks.map(printed)
const two = (change: Partial<ActivityRow>) =>
  activity({ id: 'a', count: 2, countUnit: 'lớp', reach: 117, reachUnit: 'lượt người', itemIds: ['i'], ...change })

describe('sentences of a review', () => {
  it('tell a count pair against the plan', () => {
    const items = [item({ id: 'i', clausePath: 'II/1', targetMin: 2, targetUnit: 'lớp' })]
    const lines = linesOf(compile(input({ items, activities: [two({})] })))
    expect(lines).toContain('Đã tổ chức 02 lớp tập huấn, bồi dưỡng với 117 lượt người tham dự, đạt 100% kế hoạch năm.')
  })

  it('compare with the same period of the year before, and tell money', () => {
    const before = two({ id: 'b', heldOn: '2025-03-10', count: 1, reach: 45, itemIds: [] })
    const lines = linesOf(compile(input({ activities: [two({ money: 12_500_000, itemIds: [] }), before] })))
    expect(lines).toContain(
      'Đã tổ chức 02 lớp tập huấn, bồi dưỡng với 117 lượt người tham dự; kinh phí 12.500.000 đồng (cùng kỳ năm 2025: 01 lớp và 45 lượt người).',
    )
  })

  it('hold no sum against a target that each commune has to reach', () => {
    const each = item({ id: 'i', clausePath: 'II/1', targetMin: 1, targetUnit: 'lớp', targetPer: 'xã' })
    const review = compile(input({ items: [each], activities: [two({})] }))
    expect(linesOf(review).join()).not.toContain('%')
    expect(review.annex[0]!.cells[2]).toEqual(['01 lớp mỗi xã'])
  })

  it('compare fields, places and money with the year before, and name what was done then and not now', () => {
    const critique = { kind: 'critique', count: 1, countUnit: 'văn bản' }
    const now = activity({ id: 'a', ...critique, parts: { 'comments.first': 9 } })
    const then = { heldOn: '2025-03-10', communes: ['x'], money: 5_000_000, parts: { 'comments.first': 3 } }
    const before = activity({ id: 'b', ...critique, ...then })
    const trip = activity({ id: 'c', kind: 'exchange', heldOn: '2025-04-10', count: 2, countUnit: 'cuộc' })
    const other = activity({ id: 'd', heldOn: '2025-05-10', clausePaths: ['II/2'] })
    const commitments = [{ clausePath: 'II/2', leadBodies: [], lead: [] }]
    const lines = linesOf(compile(input({ activities: [now, before, trip, other], commitments })))
    expect(lines).toContain(
      'Đã gửi 01 văn bản phản biện xã hội, góp ý; ý kiến: đã gửi 09 (cùng kỳ năm 2025: 01 văn bản; ý kiến: đã gửi 03; địa bàn: 01 xã, phường; kinh phí 5.000.000 đồng).',
    )
    expect(lines).toContain('Chưa tổ chức giao lưu trong kỳ (cùng kỳ năm 2025: 02 cuộc).')
    expect(lines.join()).toContain('; cùng kỳ năm 2025: 01 hoạt động.')
  })

  it('read well for many, for several units and for records without numbers', () => {
    const many = [
      two({ count: 12, reach: 1433 }),
      two({ id: 'b', count: 3, countUnit: 'hội nghị', reach: null, reachUnit: null }),
    ]
    const bare = activity({ id: 'c', kind: 'guidance', clausePaths: ['II/2'] })
    const lines = linesOf(compile(input({ activities: [...many, activity({ id: 'd' }), bare] })))
    expect(lines).toContain(
      'Đã tổ chức 03 hội nghị và 12 lớp tập huấn, bồi dưỡng với 1.433 lượt người tham dự; ngoài ra có 01 hoạt động không ghi số lượng.',
    )
    expect(lines).toContain('Đã tổ chức 01 hoạt động hướng dẫn.')
    expect(lines).toContain(
      'Trong kỳ, các cơ quan đã thực hiện 01 hoạt động tham mưu, ban hành văn bản, chỉ đạo, hướng dẫn, đôn đốc.',
    )
  })

  it('hold a target against the side of the pair that has its unit', () => {
    const items = [item({ id: 'i', clausePath: 'II/1', targetMin: 234, targetUnit: 'lượt người' })]
    const lines = linesOf(compile(input({ items, activities: [two({})] })))
    expect(lines).toContain('Đã tổ chức 02 lớp tập huấn, bồi dưỡng với 117 lượt người tham dự, đạt 50% kế hoạch năm.')
  })

  it('tell a kind of the programme’s own by its name, a field of any version by its last words, and what stands by the highest', () => {
    const stops = { key: 'stops', label: 'Điểm', type: 'count', unit: 'điểm' } as const
    const later = [
      { ...stops, label: 'Điểm dừng' },
      { key: 'loud', label: 'Thôn có loa', type: 'count', unit: 'thôn', sums: 'highest' },
      { key: 'cars', label: 'Xe', type: 'count', unit: 'xe', sums: 'none' },
    ] as const
    const own = { key: 'own', programmeId: 'p', name: 'Tuyên truyền lưu động', explanation: '', required: [] }
    const kind = { ...own, count: 'chuyến', reach: null, version: 1, standing: 'replaced', fields: [stops] } as const
    const kinds: KindBook = [...READY, kind, { ...kind, version: 2, standing: 'current', fields: later }]
    const made = { kind: 'own', count: 1, countUnit: 'chuyến' }
    const activities = [
      activity({ id: 'a', ...made, parts: { stops: 4 } }),
      activity({ id: 'b', ...made, parts: { stops: 5, loud: 11 } }),
      activity({ id: 'c', ...made, parts: { loud: 14 } }),
    ]
    expect(linesOf(compile(input({ activities, kinds })))).toContain(
      'Đã thực hiện 03 chuyến tuyên truyền lưu động; điểm dừng: 09 điểm; thôn có loa: 14 thôn.',
    )
  })

  it('tell the fields of the kind, and the communes once each', () => {
    const critique = { kind: 'critique', count: 1, countUnit: 'văn bản', clausePaths: ['II/1'] }
    const one = activity({ id: 'x', ...critique, parts: { 'comments.first': 9, 'comments.second': 4 }, communes: ['a', 'b'] })
    const other = activity({ id: 'y', ...critique, parts: { 'comments.first': 3 }, communes: ['b'] })
    const review = compile(input({ activities: [one, other] }))
    expect(linesOf(review)).toContain(
      'Đã gửi 02 văn bản phản biện xã hội, góp ý; ý kiến: đã gửi 12, được tiếp thu 04; địa bàn: 02 xã, phường.',
    )
    const figures = Object.values(review.figures)
    const opened = (kind: string, part?: string) =>
      recordsOf(figures.find(({ query }) => query.kind === kind && query.part === part)!.query, [one, other]).map(({ id }) => id)
    expect(opened('detail', 'comments.first')).toEqual(['x', 'y'])
    expect(opened('detail', 'comments.second')).toEqual(['x'])
    expect(opened('communes')).toEqual(['x', 'y'])
  })

  it('link what was reached as one would say it', () => {
    const survey = activity({ id: 's', kind: 'survey', count: 1, countUnit: 'cuộc', reach: 5, reachUnit: 'điểm' })
    const visit = activity({ id: 'v', kind: 'visit', count: 2, countUnit: 'đoàn', reach: 120, reachUnit: 'suất quà' })
    const lines = linesOf(compile(input({ activities: [survey, visit] })))
    expect(lines).toContain('Đã tiến hành 01 cuộc khảo sát, nắm tình hình tại 05 điểm.')
    expect(lines).toContain('Đã tổ chức 02 đoàn thăm hỏi, tặng quà với 120 suất quà.')
  })

  it('do not say a unit twice', () => {
    const model = activity({ id: 'm', kind: 'model', count: 2, countUnit: 'mô hình', reach: 49, reachUnit: 'hộ' })
    expect(linesOf(compile(input({ activities: [model] })))).toContain('Đã xây dựng 02 mô hình với 49 hộ.')
  })

  it('say plainly that nothing was recorded', () => {
    const lines = linesOf(compile(input()))
    expect(lines).toContain('Trong kỳ chưa có hoạt động nào được ghi nhận.')
    expect(lines).toContain('2. Cơ quan chưa có hoạt động được ghi nhận trong kỳ')
    expect(lines).toContain('Sở Dân tộc và Tôn giáo tỉnh Sơn Hà.')
    expect(lines).toContain('Thăm hỏi đồng bào nhân dịp lễ, tết (Phần II, mục 3, gạch đầu dòng thứ hai).')
  })
})

describe('what was not done', () => {
  const lines = linesOf(
    compile(
      input({
        items: [
          item({
            id: 'i',
            clausePath: 'II/1',
            title: 'Tập huấn',
            timing: 'due',
            dueOn: '2026-05-30',
            targetMin: 5,
            targetUnit: 'lớp',
          }),
          item({ id: 'j', clausePath: 'II/2', title: 'Giám sát', timing: 'due', dueOn: '2026-05-30' }),
          item({ id: 'k', clausePath: 'II/3/-2', title: 'Thăm hỏi', timing: 'due', dueOn: '2026-11-18' }),
        ],
        activities: [two({})],
      }),
    ),
  )

  it('names items that are due and below their target, or without work', () => {
    expect(lines).toContain('Tập huấn (chủ trì: UBMTTQ tỉnh; hạn 30/05/2026): đạt 40% chỉ tiêu 05 lớp.')
    expect(lines).toContain('Giám sát (chủ trì: UBMTTQ tỉnh; hạn 30/05/2026): chưa thực hiện.')
  })

  it('leaves what is not due to the way ahead, without blame', () => {
    expect(lines.filter(line => line.startsWith('Thăm hỏi'))).toEqual(['Thăm hỏi (chủ trì: UBMTTQ tỉnh; hạn 18/11/2026).'])
  })

  it('answers for the whole plan when the year closes, also for what is due after the cut-off', () => {
    const year = input({
      period: { kind: 'year', year: 2026, half: null, from: '2025-12-15', to: '2026-12-14' },
      items: [item({ id: 'i', clausePath: 'II/1', title: 'Tập huấn', timing: 'due', dueOn: '2026-12-31' })],
    })
    expect(linesOf(compile(year))).toContain('Tập huấn (chủ trì: UBMTTQ tỉnh; hạn 31/12/2026): chưa thực hiện.')
  })

  it('names the party that gave nothing', () => {
    expect(lines).toContain('Sở Dân tộc và Tôn giáo tỉnh Sơn Hà.')
    expect(lines).not.toContain(`${parties[0]!.name}.`)
  })
})

describe('the skeleton', () => {
  it('has the parts I to V in order, and asks without inventing', () => {
    const review = compile(input({ texts: { difficulties: 'Số liệu gửi chậm.' } }))
    const parts = review.blocks.filter(block => block.kind === 'heading' && block.level === 1)
    expect(parts.map(part => part.kind === 'heading' && part.label)).toEqual(['I.', 'II.', 'III.', 'IV.', 'V.'])
    const asked = review.blocks.filter(block => block.kind === 'asked')
    expect(asked.map(block => [block.section, block.text])).toEqual([
      ['leadership', ''],
      ['strengths', ''],
      ['difficulties', 'Số liệu gửi chậm.'],
      ['causes-objective', ''],
      ['causes-subjective', ''],
      ['lessons', ''],
      ['directions', ''],
      ['proposals', ''],
    ])
  })

  it('names period, programme and recipients as papers do', () => {
    const { head } = compile(input())
    expect(head.occasion).toBe('Sơ kết 6 tháng đầu năm 2026')
    expect(head.subject).toBe('thực hiện Chương trình phối hợp công tác giữa hai cơ quan, giai đoạn 2026 - 2030')
    expect(head.recipients).toEqual(['Thường trực Tỉnh ủy', 'Lưu: VT'])
  })
})

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
    const split = (id: string, heldOn: string, splits: Record<string, number>, clausePaths = ['II/1']) =>
      activity({ id, heldOn, reach: 100, reachUnit: 'lượt người', splits, clausePaths })
    const first = [
      split('a', '2026-03-01', { 'sex:Nam': 40, 'sex:Nữ': 60, 'people:Mông': 50, 'people:Thái': 30, 'people:Lào': 3 }),
      split('b', '2026-04-01', { 'sex:Nữ': 20, 'age:Dưới 16 tuổi': 2, 'age:Trên 60 tuổi': 90 }),
      split('c', '2025-03-01', { 'sex:Nam': 35 }),
    ]
    const told = (activities: ActivityRow[]) => linesOf(compile(input({ activities }))).filter(line => line.startsWith('Số lượt'))
    expect(told([...first, split('d', '2026-05-01', { 'sex:Nữ': 9 }, ['II/2'])])).toEqual([
      'Số lượt người tham gia có ghi theo giới: Nữ 80 và Nam 40 (cùng kỳ năm 2025: 35).',
      'Số lượt người tham gia có ghi theo dân tộc: Mông 50; các nhóm có số lượng nhỏ không nêu riêng.',
      'Số lượt người tham gia có ghi theo giới: Nữ 09.',
    ])
    const both = split('e', '2026-05-01', { 'sex:Nữ': 30 }, ['II/1', 'II/2'])
    expect(told([both, split('f', '2026-05-02', { 'sex:Nữ': 3 })])).toEqual(['Số lượt người tham gia có ghi theo giới: Nữ 33.'])
    const figures = Object.values(compile(input({ activities: first })).figures)
    const parts = figures.flatMap(one => (one.query.kind === 'split' ? [`${one.query.clausePath} ${one.query.part}`] : []))
    expect(parts).toEqual(['II/1 sex:Nữ', 'II/1 sex:Nam', 'II/1 sex:Nam', 'II/1 people:Mông'])
  })

  it('tells what came of the people’s petitions, each fact by its own day, and no small count', () => {
    const none = { answered: null, settled: null, confirmed: null }
    const one = (at: number, days: object) => ({
      id: `p${at}`,
      subject: 'Đường hỏng',
      commune: 'xã Nậm Mây',
      bodyId: parties[0]!.bodyId,
      days: { received: '2026-03-02', ...none, ...days },
    })
    const petitions = Array.from({ length: 6 }, (_, at) =>
      one(at, at < 2 ? { answered: '2026-05-04', settled: '2026-07-01' } : {}),
    )
    const review = compile(input({ petitions }))
    const told = review.blocks.flatMap(block => (block.kind === 'sentence' ? [textOf(block.pieces)] : []))
    expect(told).toContain('Trong kỳ tiếp nhận 06 kiến nghị của Nhân dân; cơ quan có thẩm quyền đã trả lời dưới 05 kiến nghị.')
    const values = Object.values(review.figures).filter(figure => figure.query.kind === 'petitions')
    expect(values.map(figure => [figure.query.part, figure.value])).toEqual([
      ['received', 6],
      ['answered', 2],
    ])
  })

  it('tells of those who are honoured in counts alone, and no small one', () => {
    const work = [
      { key: 'information', sessions: 6, turns: 214 },
      { key: 'class', sessions: null, turns: 78 },
    ]
    const review = compile(input({ honours: { work, commended: { collective: 2, individual: 1 } } }))
    const text = linesOf(review).join('\n')
    expect(text).toContain('06 hội nghị cung cấp thông tin với 214 lượt')
    expect(text).toContain('dưới 05 lớp tập huấn, bồi dưỡng với 78 lượt')
    expect(text).toContain('Khen thưởng, biểu dương 02 tập thể')
    expect(Object.values(review.figures).filter(one => one.query.kind === 'honours')).toHaveLength(5)
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
