import { describe, expect, it } from 'vitest'
import { type KindBook, READY } from '../../activities/index.ts'
import { annexColumns } from '../annex-columns.ts'
import { recordsOf } from '../figures.ts'
import { activity, commitment, input, item, parties } from '../fixtures/input.ts'
import { linesOf, two } from '../fixtures/lines.ts'
import { compile } from './compile.ts'
import { textOf } from './phrases.ts'

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

  it('tell work of the year before that has no number beside what has one, in the sentence and in the annex', () => {
    const before = [two({ id: 'b', heldOn: '2025-03-10', count: 1, reach: 45 }), activity({ id: 'c', heldOn: '2025-04-10' })]
    const compiled = compile(input({ activities: [two({}), ...before] }))
    const told = '01 lớp, 01 hoạt động và 45 lượt người'
    expect(linesOf(compiled).join()).toContain(`(cùng kỳ năm 2025: ${told})`)
    const column = annexColumns(compiled).indexOf('Cùng kỳ năm trước')
    expect(compiled.annex.map(row => textOf(row.cells[column]!))).toEqual([told, '02 hoạt động'])
  })

  it('hold no sum against a target that each commune has to reach where no commune is to reach it', () => {
    const each = item({ id: 'i', clausePath: 'II/1', targetMin: 1, targetUnit: 'lớp', targetPer: 'xã' })
    const review = compile(input({ items: [each], activities: [two({})] }))
    expect(linesOf(review).join()).not.toContain('%')
    expect(review.annex[0]!.cells[2]).toEqual(['01 lớp mỗi xã'])
  })

  it('tell of advice how much was issued, taken up or not, and what has no answer, and of an urging who has not answered', () => {
    const advice = (id: string, parts: Record<string, number>) =>
      activity({ id, kind: 'advice', count: 1, countUnit: 'văn bản', parts })
    const urging = activity({ id: 'u', kind: 'urging', parts: { 'answers.first': 5, 'answers.second': 3, 'answers.open': 2 } })
    const activities = [
      advice('a', { 'outcome.issued': 1 }),
      advice('b', { 'outcome.open': 1 }),
      advice('c', { 'outcome.open': 1 }),
    ]
    const review = compile(input({ activities: [...activities, urging] }))
    expect(linesOf(review).join()).toContain('; kết quả: đã ban hành văn bản 01, chưa trả lời 02.')
    expect(linesOf(review).join()).toContain('; đơn vị: được đôn đốc 05, đã trả lời 03, chưa trả lời 02.')
    const open = Object.values(review.figures).find(one => one.query.part === 'outcome.open')!
    expect(recordsOf(open.query, activities).map(one => one.id)).toEqual(['b', 'c'])
  })

  it('compare fields, places and money with the year before, and name what was done then and not now', () => {
    const critique = { kind: 'critique', count: 1, countUnit: 'văn bản' }
    const now = activity({ id: 'a', ...critique, parts: { 'comments.first': 9 } })
    const then = { heldOn: '2025-03-10', communes: ['x'], money: 5_000_000, parts: { 'comments.first': 3 } }
    const before = activity({ id: 'b', ...critique, ...then })
    const trip = activity({ id: 'c', kind: 'exchange', heldOn: '2025-04-10', count: 2, countUnit: 'cuộc' })
    const other = activity({ id: 'd', heldOn: '2025-05-10', clausePaths: ['II/2'] })
    const commitments = [commitment({ clausePath: 'II/2' })]
    const lines = linesOf(compile(input({ activities: [now, before, trip, other], commitments })))
    expect(lines).toContain(
      'Đã gửi 01 văn bản phản biện xã hội, góp ý; ý kiến: đã gửi 09 (cùng kỳ năm 2025: 01 văn bản; ý kiến: đã gửi 03; địa bàn: 01 xã, phường; kinh phí 5.000.000 đồng).',
    )
    expect(lines).toContain('Chưa tổ chức giao lưu trong kỳ (cùng kỳ năm 2025: 02 cuộc).')
    expect(lines.join()).toContain('; cùng kỳ năm 2025: 01 hoạt động.')
    const compiled = compile(input({ activities: [now, before, trip, other], commitments }))
    const column = annexColumns(compiled).indexOf('Cùng kỳ năm trước')
    expect(compiled.annex.map(row => textOf(row.cells[column]!))).toEqual([
      '02 cuộc và 01 văn bản',
      '01 hoạt động',
      '03 hoạt động',
    ])
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
