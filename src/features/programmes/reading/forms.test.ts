import { describe, expect, it } from 'vitest'
import { parseText } from '../../../formats/text/parse.ts'
import { readProgramme } from './read-programme.ts'
import type { Commitment, ImportResult } from './result.ts'
import { readLeadCell } from './role-cells.ts'

const read = (text: string): ImportResult => readProgramme(parseText(Buffer.from(text)))

const head = `CHƯƠNG TRÌNH PHỐI HỢP
Giữa Sở Tư pháp và Hội Nông dân tỉnh giai đoạn 2026 - 2030

Hai bên thống nhất như sau:

I. NỘI DUNG
`
const closing = `
GIÁM ĐỐC
Nguyễn Văn An
`

const duties = (clauses: string): Commitment[] => read(head + clauses).commitments
const told = (duty: Commitment | undefined): object => ({ lead: duty?.lead, support: duty?.support })

describe('who leads', () => {
  it.each([
    [
      'Sở Tư pháp là cơ quan chủ trì, phối hợp với Hội Nông dân tỉnh, Công an tỉnh tuyên truyền.',
      ['Sở Tư pháp'],
      ['Hội Nông dân tỉnh', 'Công an tỉnh'],
    ],
    ['Việc tập huấn do Hội Nông dân tỉnh chủ trì, phối hợp với Sở Tư pháp thực hiện.', ['Hội Nông dân tỉnh'], ['Sở Tư pháp']],
    ['Giao cho Hội Nông dân tỉnh chủ trì xây dựng kế hoạch.', ['Hội Nông dân tỉnh'], []],
    ['Sở Tư pháp: Trên cơ sở đề xuất của các cơ quan, rà soát văn bản.', ['Sở Tư pháp'], []],
    ['Trung tâm Trợ giúp pháp lý nhà nước tỉnh cử trợ giúp viên.', ['Trung tâm Trợ giúp pháp lý nhà nước tỉnh'], []],
    ['Sở Tư pháp có trách nhiệm phối hợp với Hội Nông dân tỉnh mở lớp.', ['Sở Tư pháp'], ['Hội Nông dân tỉnh']],
  ])('%s', (text, lead, support) => {
    expect(told(duties(`1. ${text}`)[0])).toEqual({ lead, support })
  })

  it.each([
    ['1. Các nội dung do Hội Nông dân tỉnh chủ trì:', 'Hội Nông dân tỉnh'],
    ['1. HỘI NÔNG DÂN TỈNH', 'Hội Nông dân tỉnh'],
    ['1. Về phía Sở Tư pháp', 'Sở Tư pháp'],
    ['1. Trách nhiệm cụ thể của Sở Tư pháp', 'Sở Tư pháp'],
  ])('hands the lead down from “%s”', (heading, lead) => {
    expect(duties(`${heading}\n- Rà soát văn bản.`).map(duty => duty.lead)).toEqual([[lead]])
  })

  it.each([
    ['Chủ trì: Sở A; phối hợp: Sở B, Sở C', ['Sở A'], ['Sở B', 'Sở C']],
    ['Sở A (chủ trì); Sở B (phối hợp)', ['Sở A'], ['Sở B']],
    ['Sở A chủ trì, phối hợp với Sở B', ['Sở A'], ['Sở B']],
    ['Sở A, Sở B', ['Sở A', 'Sở B'], []],
  ])('in one cell: %s', (cell, lead, support) => {
    expect(readLeadCell(cell)).toEqual({ lead, support })
  })
})

describe('notes under a task', () => {
  it('make one duty of the task with its leads, time and product', () => {
    const [duty, ...others] = duties(
      '1. Tổ chức hội thi.\n- Cơ quan chủ trì: Sở Tư pháp.\n- Cơ quan phối hợp: Công an tỉnh; Tỉnh đoàn.\n- Thời gian thực hiện: Quý II/2027.\n- Sản phẩm: Báo cáo.',
    )
    expect(others).toEqual([])
    expect(duty).toMatchObject({
      clause: 'I/1',
      lead: ['Sở Tư pháp'],
      support: ['Công an tỉnh', 'Tỉnh đoàn'],
      deadline: 'Quý II/2027',
      product: 'Báo cáo',
      schedules: [{ kind: 'by', year: 2027, quarter: 2 }],
    })
  })

  it('count also within the clause', () => {
    const [duty, ...others] = duties('1. Tổ chức hội thi. Cơ quan chủ trì: Sở Tư pháp; thời gian: tháng 10/2027.')
    expect(others).toEqual([])
    expect(duty).toMatchObject({ lead: ['Sở Tư pháp'], schedules: [{ kind: 'by', year: 2027, month: 10 }] })
  })
})

describe('times above a leaf', () => {
  it('come from the lead-in whose sentence it ends, not from a title', () => {
    const found = duties('1. Trong năm 2028, hai bên:\n- Mở lớp.\n- Hằng quý họp.\n2. Nhiệm vụ năm 2027\n- Mở lớp.')
    expect(found.map(duty => duty.schedules.map(schedule => schedule.kind))).toEqual([['by'], ['every'], []])
  })
})

describe('targets of a part on targets', () => {
  it('are duties where they set a number', () => {
    const text =
      '1. Mục tiêu\n- Có 100% xã đạt chuẩn.\n2. Chỉ tiêu\n- Trên 80% hội viên được tuyên truyền.\n- Nâng cao nhận thức.'
    expect(duties(text).map(duty => [duty.clause, duty.targets[0]?.min])).toEqual([['I/2/-1', 80]])
  })
})

describe('forms of task tables', () => {
  const table = (rows: string): ImportResult => read(`${head}1. Trao đổi thông tin.\n${closing}\n${rows}\n`)

  it('count rows without numbers as bullets', () => {
    const { commitments } = table('Phụ lục\nNội dung\tChủ trì\tThời gian\nRà soát\tSở A\tTháng 3/2027\nHọp\tSở B\tHằng tháng')
    expect(commitments.slice(1).map(duty => [duty.clause, duty.lead])).toEqual([
      ['Phụ lục/-1', ['Sở A']],
      ['Phụ lục/-2', ['Sở B']],
    ])
  })

  it('nest Roman sections under capitals and dashes under numbers', () => {
    const rows = [
      'TT\tNội dung\tChủ trì\tThời gian',
      'A\tCHUNG',
      'I\tTuyên truyền',
      '1\tBiên soạn\tSở A\tNăm 2027',
      'B\tRIÊNG',
      '1\tKiểm tra\tSở B\tNăm 2028',
      '-\tĐợt 1\tSở B\tTháng 3/2028',
    ]
    expect(
      table(`Phụ lục\n${rows.join('\n')}`)
        .clauses.map(clause => clause.path)
        .slice(3),
    ).toEqual(['Phụ lục/A', 'Phụ lục/A/I', 'Phụ lục/A/I/1', 'Phụ lục/B', 'Phụ lục/B/1', 'Phụ lục/B/1/-1'])
  })

  it('are read below the signatures also without the title of an annex, drawn with strokes', () => {
    const { commitments } = table(
      'Biểu 1\nTT | Nhiệm vụ | Chủ trì | Thời gian\n---|---|---|---\n1 | Khảo sát | Sở A | 02/2027\n2 | Trình | Sở B | Quý I, III/2027',
    )
    expect(commitments.slice(1).map(duty => [duty.clause, duty.lead, duty.schedules.length])).toEqual([
      ['1', ['Sở A'], 1],
      ['2', ['Sở B'], 2],
    ])
  })
})

describe('signatures', () => {
  it.each([
    ['heads first, names below', 'TM. CHÍNH PHỦ\nTHỦ TƯỚNG\nTM. ĐOÀN CHỦ TỊCH\nCHỦ TỊCH\nNguyễn Văn An\nTrần Thị Bình'],
    [
      'marked as signed',
      'KT.GIÁM ĐỐC SỞ TƯ PHÁP\nPHÓ GIÁM ĐỐC\nĐã ký: Nguyễn Văn An\nĐẠI DIỆN HỘI NÔNG DÂN TỈNH\nCHỦ TỊCH\n[daky]\nTrần Thị Bình',
    ],
  ])('%s', (_, block) => {
    const result = read(`${head}1. Trao đổi thông tin./.\n\n${block}\n\nNơi gửi: Tỉnh ủy; UBND tỉnh; Lưu: VT.`)
    expect(result.signatories.map(signer => signer.name)).toEqual(['Nguyễn Văn An', 'Trần Thị Bình'])
    expect(result.recipients).toEqual(['Tỉnh ủy', 'UBND tỉnh', 'Lưu: VT'])
  })
})
