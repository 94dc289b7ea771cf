import { describe, expect, it } from 'vitest'
import { renderDocx, renderPdf, signatureFor } from '../documents/index.ts'
import { compile } from './compiling/compile.ts'
import { activity, input, item, parties } from './fixtures/input.ts'
import { toPaper } from './paper.ts'

const [front, ethnic] = parties as [(typeof parties)[number], (typeof parties)[number]]
const minh = { bodyId: front.bodyId, name: 'Lò Văn Minh', post: 'Phó Chủ tịch' }
const hoa = { bodyId: ethnic.bodyId, name: 'Vi Thị Hoa', post: 'Phó Giám đốc' }
const compiled = compile(
  input({
    texts: { difficulties: 'Số liệu gửi chậm.\nKinh phí cấp muộn.', 'causes-objective': 'Mưa lũ.' },
    items: [item({ id: 'i', clausePath: 'II/1', targetMin: 2, targetUnit: 'lớp' })],
    activities: [activity({ id: 'a', count: 2, countUnit: 'lớp', reach: 117, reachUnit: 'lượt người', itemIds: ['i'] })],
  }),
)
const draft = toPaper(compiled, { frozen: false, day: '2026-06-16', signers: [minh] })
const issued = toPaper(compiled, { frozen: true, day: '2026-06-18', signers: [minh] })
const textOf = (paper: typeof draft) => JSON.stringify(paper.blocks)

describe('the paper of a review', () => {
  it('names both bodies, the lead first, in head, symbol and signatures', () => {
    expect(draft.symbol).toBe('BC-MTTQ-BTT-SDTTG')
    expect(draft.bodies.map(body => body.name)).toEqual([front.name, ethnic.name])
    expect(draft.signatures.map(signature => signature.body)).toEqual([
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà',
      ethnic.name,
    ])
    expect(draft.subject[0]).toBe('Sơ kết 6 tháng đầu năm 2026')
    expect(draft.recipients.at(-1)).toBe('Lưu: VT')
  })

  it('leaves number, date and the other side’s signature blank', () => {
    expect([draft.number, draft.date, draft.year]).toEqual([null, null, 2026])
    expect(draft.signatures[0]).toMatchObject({ authority: 'TM. Ban Thường trực', position: 'Phó Chủ tịch', name: 'Lò Văn Minh' })
    expect(draft.signatures[1]!.name).toMatch(/^…+$/)
  })

  it('bears the mark of a draft until it is frozen', () => {
    expect([draft.mark, issued.mark]).toEqual(['DỰ THẢO', null])
  })

  it('leaves dots for what is not written, and says "Không có" in what was agreed', () => {
    expect(textOf(draft)).toContain('……')
    expect(textOf(draft)).not.toContain('Không có.')
    expect(textOf(issued)).toContain('Không có.')
  })

  it('sets each line that officers wrote as a paragraph', () => {
    const runs = draft.blocks.flatMap(block => (block.kind === 'paragraph' ? [block.runs.map(run => run.text).join('')] : []))
    expect(runs).toContain('Kinh phí cấp muộn.')
    expect(runs).toContain('Nguyên nhân khách quan: Mưa lũ.')
  })

  it('puts the table of figures on a landscape annex', () => {
    const [annex] = draft.annexes
    expect(annex).toMatchObject({ label: 'Phụ lục I', landscape: true })
    const table = annex!.blocks[0]!
    expect(table.kind === 'table' && table.table.rows.map(row => row.cells)).toEqual([
      [
        expect.stringMatching(/^Tập huấn kỹ năng.*\(Phần II, mục 1\)$/),
        'UBMTTQ tỉnh',
        '02 lớp',
        '02 lớp',
        '117 lượt người',
        '',
        '',
        'Đã thực hiện, 100%',
      ],
      ['Cộng', '', '', '01 hoạt động', '117 lượt người', '', '', ''],
    ])
  })

  it('puts the pictures on an upright annex of their own', () => {
    const activities = [activity({ id: 'a' }), activity({ id: 'b', heldOn: '2026-05-10' })]
    const [table, pictures] = toPaper(compile(input({ activities })), { frozen: true, day: '2026-06-18', signers: [] }).annexes
    expect([table!.label, pictures!.label]).toEqual(['Phụ lục I', 'Phụ lục II'])
    expect(pictures).toMatchObject({ title: 'Biểu đồ số liệu 6 tháng đầu năm 2026', landscape: false })
    expect(pictures!.blocks.map(block => block.kind)).toEqual(['chart'])
  })

  it('gives the columns of a table in the text as much room as their words ask for', () => {
    const line = (...cells: string[]) => cells.map(cell => [cell])
    const rows = [
      line('TT', 'Nội dung'),
      line('1', 'Tổ chức lớp bồi dưỡng kiến thức cho cán bộ Mặt trận cơ sở ở các xã vùng cao'),
    ]
    const { blocks } = toPaper(
      { ...compiled, blocks: [{ kind: 'table', rows }] },
      { frozen: true, day: '2026-06-18', signers: [] },
    )
    const [number, words] = blocks[0]!.kind === 'table' ? blocks[0]!.table.columns.map(column => column.width) : []
    expect(words! / number!).toBeGreaterThan(4)
  })

  it('fills up the rows of a table that end early', async () => {
    const rows = [[['Nội dung']], [['Lớp'], ['3']], [['Buổi'], ['5'], ['đã xong']]]
    const paper = toPaper({ ...compiled, blocks: [{ kind: 'table', rows }] }, { frozen: true, day: '2026-06-18', signers: [] })
    const [table] = paper.blocks
    expect(table!.kind === 'table' && table!.table.rows.map(row => row.cells)).toEqual([
      ['Lớp', '3', ''],
      ['Buổi', '5', 'đã xong'],
    ])
    expect((await renderPdf(paper)).length).toBeGreaterThan(0)
  })

  it('keeps the columns of a report that was frozen before the year before had one', () => {
    const annex = compiled.annex.map(row => ({ ...row, cells: row.cells.toSpliced(6, 1) }))
    const [table] = toPaper({ ...compiled, annex }, { frozen: true, day: '2026-06-18', signers: [minh] }).annexes[0]!.blocks
    const titles = table!.kind === 'table' ? table!.table.columns.map(column => column.title) : []
    expect(titles).toEqual(['Nội dung', 'Chủ trì', 'Chỉ tiêu', 'Thực hiện', 'Lượt', 'Kinh phí', 'Kết quả'])
  })

  it('signs for a deputy by the head, in the form of the profile', () => {
    expect(signatureFor(ethnic, 'nd30', hoa)).toMatchObject({ authority: 'KT. Giám đốc', position: 'Phó Giám đốc' })
    expect(signatureFor(ethnic, 'hd05', hoa)).toMatchObject({ authority: 'K/T Giám đốc' })
  })

  it('signs by authorisation in the place of the head, and names both sides once both have signed', () => {
    const lan = { bodyId: ethnic.bodyId, name: 'Nông Anh Tuấn', post: 'Trưởng phòng', inPlaceOf: 'Phó Giám đốc' }
    const both = toPaper(compiled, { frozen: true, day: '2026-06-18', signers: [minh, lan] })
    expect(both.signatures[1]).toMatchObject({ authority: 'TUQ. Giám đốc', position: 'Trưởng phòng', name: 'Nông Anh Tuấn' })
  })

  it('is a PDF and a DOCX', async () => {
    const [pdf, docx] = [await renderPdf(draft), await renderDocx(draft)]
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-')
    expect([...docx.subarray(0, 2)]).toEqual([0x50, 0x4b])
  })
})
