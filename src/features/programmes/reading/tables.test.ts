import { describe, expect, it } from 'vitest'
import type { Source, SourceCell, SourceRow } from '../../../formats/source.ts'
import { parseText } from '../../../formats/text/parse.ts'
import { readProgramme } from './read-programme.ts'
import type { ImportResult } from './result.ts'

const read = (text: string): ImportResult => readProgramme(parseText(Buffer.from(text)))

const plan = `QUYẾT ĐỊNH
Ban hành Kế hoạch triển khai công tác dân tộc

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An

KẾ HOẠCH
Triển khai công tác dân tộc giai đoạn 2026-2030
(Kèm theo Quyết định số 7/QĐ-UBND ngày 3 tháng 1 năm 2026)

I. MỤC TIÊU
Phấn đấu đến năm 2030 có 100% xã đạt chuẩn.
II. NHIỆM VỤ
1. Sở Nội vụ chủ trì rà soát cán bộ.
Điều 1 nêu trên được giữ.
III. TỔ CHỨC THỰC HIỆN
Các sở thực hiện.

Phụ lục I
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch)
TT	Nội dung nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Thời gian hoàn thành	Sản phẩm
I	Công tác tuyên truyền				
1	Xây dựng kế hoạch tuyên truyền	Sở Dân tộc và Tôn giáo	Sở Nội vụ, Công an tỉnh, các sở, ban, ngành liên quan	Quý I/2026	Kế hoạch
2	Tổ chức 02 hội nghị	Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh	Sở Dân tộc và Tôn giáo	Hằng năm	Báo cáo
II	Công tác kiểm tra
TT	Nội dung nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Thời gian hoàn thành	Sản phẩm
3	Kiểm tra việc thực hiện chính sách	Thanh tra tỉnh	Cơ quan, đơn vị liên quan	Từ quý III/2026 đến quý III/2030	Kết luận
4	Hoàn thiện cơ sở dữ liệu	Bộ, ngành, cơ quan có liên quan		Đã hoàn thành	
Phụ lục II
BIỂU MẪU
1. Mẫu báo cáo.`

describe('a task table in plain text', () => {
  const result = read(plan)
  const task = (path: string): ImportResult['commitments'][number] | undefined =>
    result.commitments.find(duty => duty.clause === path)

  it('gives each row a clause under the annex by its printed number, sections as headings', () => {
    expect(result.clauses.map(clause => clause.path).slice(6)).toEqual([
      'Phụ lục I',
      'Phụ lục I/I',
      'Phụ lục I/1',
      'Phụ lục I/2',
      'Phụ lục I/II',
      'Phụ lục I/3',
      'Phụ lục I/4',
      'Phụ lục II',
      'Phụ lục II/1',
    ])
  })

  it('reads lead, supports, time and product of a row', () => {
    expect(task('Phụ lục I/1')).toMatchObject({
      text: 'Xây dựng kế hoạch tuyên truyền',
      lead: ['Sở Dân tộc và Tôn giáo'],
      support: ['Sở Nội vụ', 'Công an tỉnh', 'các sở, ban, ngành liên quan'],
      deadline: 'Quý I/2026',
      product: 'Kế hoạch',
      schedules: [{ kind: 'by', year: 2026, quarter: 1 }],
    })
    expect(task('Phụ lục I/3')?.schedules).toMatchObject([{ kind: 'span', from: 'quý III/2026', to: 'quý III/2030' }])
    expect(task('Phụ lục I/4')).toMatchObject({
      lead: ['Bộ, ngành, cơ quan có liên quan'],
      schedules: [{ kind: 'done' }],
      product: null,
    })
  })

  it('takes the period from the plan that the decision issues', () => {
    expect(result.period).toEqual({ from: 2026, to: 2030 })
  })
})

type Draft = string | { text: string; columnSpan?: number; rowSpan?: number; column?: number }

/** A source whose text is made of paragraphs and of one table, as the readers of DOCX and PDF give it. */
const withTable = (before: string, rows: { page?: number; cells: Draft[] }[]): Source => {
  let text = `${before}\n`
  const start = text.length
  const table: SourceRow[] = rows.map(({ page, cells }) => {
    const from = text.length
    let column = 0
    const laid: SourceCell[] = cells.map((draft, i) => {
      const cell = typeof draft === 'string' ? { text: draft } : draft
      if (i) text += '\t'
      const span = [text.length, text.length + cell.text.length] as const
      text += cell.text
      const at = cell.column ?? column
      column = at + (cell.columnSpan ?? 1)
      return { text: cell.text, span, column: at, columnSpan: cell.columnSpan ?? 1, rowSpan: cell.rowSpan ?? 1 }
    })
    const to = text.length
    text += '\n'
    return { span: [from, to] as const, page: page ?? null, cells: laid }
  })
  return { format: 'docx', text, pages: [], tables: [{ span: [start, text.length], rows: table }], signatures: [], notes: [] }
}

const head = ['STT', 'Thời hạn', 'Nhiệm vụ', 'Cơ quan phối hợp', 'Cơ quan chủ trì', 'Kết quả']

describe('a task table of a file', () => {
  it('takes columns in any order, skips repeated heads and counting rows, joins rows divided by a page', () => {
    const source = withTable('PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ', [
      { page: 1, cells: head },
      { page: 1, cells: ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'] },
      { page: 1, cells: [{ text: 'I. Tuyên truyền', columnSpan: 6 }] },
      { page: 1, cells: ['1.', 'Hằng năm', 'Tổ chức hội nghị tuyên', 'Công an tỉnh,', 'Sở Nội vụ', 'Báo cáo'] },
      { page: 2, cells: head },
      { page: 2, cells: ['', '', 'truyền ở các xã', 'các đoàn thể', '', ''] },
      { page: 2, cells: ['2', 'Trước 30/6/2027', 'Rà soát chính sách', '', 'Sở Dân tộc và Tôn giáo', ''] },
    ])
    const result = readProgramme(source)
    expect(result.clauses.map(clause => clause.path)).toEqual(['Phụ lục', 'Phụ lục/I', 'Phụ lục/1', 'Phụ lục/2'])
    expect(result.commitments[0]).toMatchObject({
      text: 'Tổ chức hội nghị tuyên truyền ở các xã',
      lead: ['Sở Nội vụ'],
      support: ['Công an tỉnh', 'các đoàn thể'],
      schedules: [{ kind: 'every', unit: 'year' }],
      product: 'Báo cáo',
    })
    expect(result.commitments[1]?.schedules).toMatchObject([{ kind: 'by', date: '2027-06-30' }])
  })

  it('lets a merged cell speak for the rows it covers', () => {
    const source = withTable('Phụ lục 1\nNHIỆM VỤ', [
      { cells: ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Thời gian'] },
      { cells: ['1', 'Xây dựng kế hoạch', { text: 'Sở Nội vụ', rowSpan: 2 }, 'Quý I/2026'] },
      { cells: ['2', 'Kiểm tra', { text: 'Quý II/2026', column: 3 }] },
    ])
    expect(readProgramme(source).commitments.map(duty => duty.lead)).toEqual([['Sở Nội vụ'], ['Sở Nội vụ']])
  })

  it('puts the section into the path only where numbers begin anew', () => {
    const source = withTable('PHỤ LỤC II\nNHIỆM VỤ', [
      { cells: ['TT', 'Nội dung', 'Chủ trì', 'Thời hạn'] },
      { cells: ['I', { text: 'Tuyên truyền', columnSpan: 3 }] },
      { cells: ['1', 'Một', 'Sở A', '2026'] },
      { cells: ['II', { text: 'Kiểm tra', columnSpan: 3 }] },
      { cells: ['1', 'Hai', 'Sở B', '2027'] },
    ])
    const result = readProgramme(source)
    expect(result.clauses.map(clause => clause.path)).toEqual([
      'Phụ lục II',
      'Phụ lục II/I',
      'Phụ lục II/I/1',
      'Phụ lục II/II',
      'Phụ lục II/II/1',
    ])
    expect(result.commitments.map(duty => duty.schedules[0])).toMatchObject([
      { kind: 'by', year: 2026 },
      { kind: 'by', year: 2027 },
    ])
  })

  it('reads a bare quarter in the plan of one year, and leaves it open in a longer programme', () => {
    const rows = [{ cells: ['TT', 'Nội dung', 'Chủ trì', 'Thời gian'] }, { cells: ['1', 'Sơ kết', 'Sở A', 'Quý II'] }]
    const plan = readProgramme(withTable('KẾ HOẠCH\nPhối hợp năm 2026\nI. NHIỆM VỤ', rows))
    expect(plan.commitments[0]?.schedules).toEqual([
      { kind: 'by', year: 2026, quarter: 2, month: null, date: null, text: 'Quý II' },
    ])
    const longer = readProgramme(withTable('KẾ HOẠCH\nPhối hợp giai đoạn 2026-2030\nI. NHIỆM VỤ', rows))
    expect(longer.commitments[0]).toMatchObject({ schedules: [], deadline: 'Quý II' })
  })

  it('leaves tables of layout to the text', () => {
    const source = withTable('KẾ HOẠCH\nNăm 2026\nI. NỘI DUNG\n1. Báo cáo kết quả.', [
      { cells: ['GIÁM ĐỐC SỞ NỘI VỤ', 'GIÁM ĐỐC CÔNG AN TỈNH'] },
      { cells: ['Lê Thị Mai', 'Đại tá Trần Văn Bảy'] },
    ])
    const result = readProgramme(source)
    expect(result.clauses.map(clause => clause.path)).toEqual(['I', 'I/1'])
    expect(result.signatories.map(signer => signer.name)).toEqual(['Lê Thị Mai', 'Trần Văn Bảy'])
  })
})
