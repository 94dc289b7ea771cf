import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseDocx } from './parse.ts'
import { abstractList, item, level, list, packSample, paragraph, run } from './read/sample-docx.ts'

const read = (body: string, more: Omit<Parameters<typeof packSample>[0], 'body'> = {}) => parseDocx(packSample({ body, ...more }))
const linesOf = async (body: string): Promise<string[]> => (await read(body)).text.split('\n').filter(Boolean)

const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`

describe('the text of a DOCX', () => {
  test('tabs, breaks and non-breaking hyphens are kept', async () => {
    const body = paragraph(
      `<w:r><w:t>Số 12</w:t><w:noBreakHyphen/><w:t>KL/TW</w:t><w:tab/><w:t>A</w:t><w:br/><w:t>B</w:t><w:br w:type="page"/><w:t>C</w:t></w:r>`,
    )
    expect((await read(body)).text).toBe('Số 12-KL/TW\tA\nB\fC\n')
  })

  test('heads of pages stand aside, in cells too', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
    const header = paragraph('SỞ A') + `<w:tbl><w:tr>${cell('MẬT')}${cell('1')}</w:tr></w:tbl>`
    const source = await read(paragraph('Chương trình'), { header })
    expect(source.text).toBe('Chương trình\n')
    expect(source.aside).toEqual(['SỞ A', 'MẬT', '1'])
  })

  test('insertions stay, deletions and hidden text go, and changes are noted', async () => {
    const body =
      paragraph(
        `${run('Chương trình ')}<w:ins>${run('phối hợp ')}</w:ins><w:del><w:r><w:delText>cũ </w:delText></w:r></w:del>${run('mật', '<w:vanish/>')}${run('công tác')}`,
      ) +
      paragraph('Một ', '<w:rPr><w:del/></w:rPr>') +
      paragraph('câu')
    const source = await read(body)
    expect(source.text).toBe('Chương trình phối hợp công tác\nMột câu\n')
    expect(source.notes).toEqual(['tracked-changes'])
  })

  test('of a field the result is read, of a link and a content control what they hold', async () => {
    const body =
      paragraph(
        `${field('begin')}<w:r><w:instrText>PAGE</w:instrText><w:t>không in</w:t></w:r>${field('separate')}${run('Trang 1')}${field('end')}`,
      ) +
      paragraph(`<w:hyperlink>${run('Cổng thông tin')}</w:hyperlink>`) +
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(`<w:sdt><w:sdtContent>${run('Ô nhập')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`
    expect(await linesOf(body)).toEqual(['Trang 1', 'Cổng thông tin', 'Ô nhập'])
  })

  test('a text box given for newer and older programs is read once', async () => {
    const body = paragraph(
      `${run('Trước')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('Trong khung')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('Trong khung')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    expect(await linesOf(body)).toEqual(['Trước', 'Trong khung'])
  })

  test('footnotes stand at the end', async () => {
    const body = paragraph(`${run('Hai cơ quan')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' phối hợp')}`)
    const footnotes = `<w:footnote w:id="2">${paragraph('Tên gọi tắt')}</w:footnote>`
    expect((await read(body, { footnotes })).text).toBe('Hai cơ quan phối hợp\n\n[1] Tên gọi tắt\n')
  })

  test('capitals by format print as capitals, symbols as their signs, legacy fonts as Vietnamese', async () => {
    const legacy = run('V\u00a8n phßng', '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')
    const source = await read(
      paragraph(run('điều khoản', '<w:caps/>')) +
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>') +
        paragraph(legacy),
    )
    expect(source.text).toBe('ĐIỀU KHOẢN\n✓\nVăn phòng\n')
    expect(source.notes).toEqual(['tcvn3'])
  })

  test('another prefix for the vocabulary changes nothing', async () => {
    const xml =
      '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>Điều 1</x:t></x:r></x:p></x:body></x:document>'
    expect((await parseDocx(zipSync({ 'word/document.xml': strToU8(xml) }))).text).toBe('Điều 1\n')
  })
})

const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const BORDERS = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'

describe('tables of a DOCX', () => {
  test('a ruled table comes with its cells, a row as one line; automatic numbers are printed', async () => {
    const numbering = abstractList(0, level(0, 'decimal', '%1.')) + list(1, 0)
    const body = `<w:tbl>${BORDERS}${row(cell(paragraph('TT')), cell(paragraph('Nhiệm vụ')))}${row(cell(item('', 1)), cell(paragraph('Mở lớp') + paragraph('tại xã')))}</w:tbl>`
    const source = await read(body, { numbering })
    expect(source.text).toBe('TT\tNhiệm vụ\n1.\tMở lớp tại xã\n')
    const [table] = source.tables
    expect(table!.rows.map(r => r.cells.map(c => c.text))).toEqual([
      ['TT', 'Nhiệm vụ'],
      ['1.', 'Mở lớp\ntại xã'],
    ])
    expect(source.text.slice(...table!.rows[1]!.cells[1]!.span)).toBe('Mở lớp tại xã')
  })

  test('merged cells stand once, with their widths and heights', async () => {
    const begin = '<w:vMerge w:val="restart"/>'
    const body = `<w:tbl>${BORDERS}
      ${row(cell(paragraph('I. Tuyên truyền'), '<w:gridSpan w:val="3"/>'))}
      ${row(cell(paragraph('1'), begin), cell(paragraph('A')), cell(paragraph('B')))}
      ${row(cell(paragraph(''), '<w:vMerge/>'), cell(paragraph('C')), cell(paragraph('D')))}</w:tbl>`
    const shape = (await read(body)).tables[0]!.rows.map(r => r.cells.map(c => [c.text, c.column, c.columnSpan, c.rowSpan]))
    expect(shape).toEqual([
      [['I. Tuyên truyền', 0, 3, 1]],
      [
        ['1', 0, 1, 2],
        ['A', 1, 1, 1],
        ['B', 2, 1, 1],
      ],
      [
        ['C', 1, 1, 1],
        ['D', 2, 1, 1],
      ],
    ])
  })

  test('a table without lines that sets a head is read column by column and is no table', async () => {
    const body = `<w:tbl>${row(cell(paragraph('TỈNH SƠN HÀ')), cell(paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')))}${row(cell(paragraph('Số: 05/CTr')), cell(paragraph('Sơn Hà, ngày 12 tháng 3 năm 2026')))}</w:tbl>`
    const source = await read(body)
    expect(source.tables).toEqual([])
    expect(source.text).toBe('TỈNH SƠN HÀ\nSố: 05/CTr\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSơn Hà, ngày 12 tháng 3 năm 2026\n')
  })

  test('a table within a cell is part of that cell', async () => {
    const inner = `<w:tbl>${BORDERS}${row(cell(paragraph('x')), cell(paragraph('y')))}</w:tbl>`
    const source = await read(`<w:tbl>${BORDERS}${row(cell(paragraph('A')), cell(inner + paragraph('sau')))}</w:tbl>`)
    expect(source.tables[0]!.rows[0]!.cells.map(c => c.text)).toEqual(['A', 'x y\nsau'])
  })
})

describe('what cannot be read', () => {
  test.each([
    ['no main document', zipSync({ 'readme.txt': strToU8('x') }), 'corrupt'],
    ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), 'corrupt'],
    [
      'an entity of its own',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE d [<!ENTITY a "b">]><d><b><p>&a;</p></b></d>') }),
      'corrupt',
    ],
    ['endless nesting', zipSync({ 'word/document.xml': strToU8('<a>'.repeat(5000)) }), 'corrupt'],
    ['no text', packSample({ body: '' }), 'empty'],
  ])('%s', async (_, bytes, code) => {
    await expect(parseDocx(bytes)).rejects.toMatchObject({ code })
  })
})
