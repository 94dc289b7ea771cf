import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseDocx } from '../../formats/docx/parse.ts'
import { openPdfFile } from '../../formats/pdf/pdfjs.ts'
import type { Block, Paper } from './contract.ts'
import { partyProgramme } from './fixtures/programme.ts'
import { readPdfTexts } from './fixtures/read-back.ts'
import { halfYearReview } from './fixtures/review.ts'
import { renderDocx } from './render-docx.ts'
import { renderPdf } from './render-pdf.ts'

const pagesOf = async (pdf: Uint8Array): Promise<string[]> => (await readPdfTexts(pdf)).map(page => page.replace(/\s+/g, ' '))

const partsOf = (docx: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]))

const expectInOrder = (text: string, pieces: string[]): void => {
  const places = pieces.map(piece => [piece, text.indexOf(piece)] as const)
  expect(places.filter(([, at]) => at < 0)).toEqual([])
  expect(places.map(([piece]) => piece)).toEqual(places.toSorted((a, b) => a[1] - b[1]).map(([piece]) => piece))
}

describe('a review as PDF', () => {
  it('reads in the order of the paper, letter for letter', async () => {
    const pages = await pagesOf(await renderPdf(halfYearReview()))
    expectInOrder(pages.join(' '), [
      'DỰ THẢO',
      'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH SƠN HÀ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '/BC-UBMTTQ-SDTTG',
      'BÁO CÁO',
      'Kính gửi:',
      'I. TÌNH HÌNH VÀ CÔNG TÁC CHỈ ĐẠO',
      'hai cơ quan đã tổ chức được 35 lớp với 10.276 lượt người, đạt 71,4% kế hoạch năm',
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
      'tỉnh Sơn Hà./.',
      'KT. GIÁM ĐỐC',
      'TM. BAN THƯỜNG TRỰC',
      'Nơi nhận:',
      'Phụ lục I',
      'Phụ lục II',
    ])
  })

  it('numbers its pages from the second on, and each annex anew', async () => {
    const pages = await pagesOf(await renderPdf(halfYearReview()))
    const starts = pages.flatMap((page, at) => (at === 0 || page.startsWith('Phụ lục I') ? [at] : []))
    expect(starts).toHaveLength(3)
    pages.forEach((page, at) => {
      const start = starts.findLast(start => start <= at)!
      expect(page.startsWith(`${at - start + 1} `)).toBe(at !== start)
    })
  })

  it('repeats the head of a long table and turns a wide annex', async () => {
    const pdf = await renderPdf(halfYearReview())
    const document = await openPdfFile(pdf)
    expect((await readPdfTexts(pdf)).filter(page => page.includes('Kinh phí')).length).toBeGreaterThan(3)
    const [, , width, height] = (await document.getPage(document.numPages)).view
    expect(width).toBeGreaterThan(height!)
  })

  it('is tagged, has a title and a language', async () => {
    const document = await openPdfFile(await renderPdf(halfYearReview()))
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: expect.stringContaining('Sơ kết 6 tháng đầu năm 2026'), Language: 'vi-VN' })
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
  })

  it('names the characters that the font lacks', async () => {
    const paper: Paper = { ...halfYearReview(), subject: ['Kết quả 😀 và 漢'] }
    await expect(renderPdf(paper)).rejects.toMatchObject({ code: 'documents.unprintable_text', characters: ['😀', '漢'] })
  })
})

describe('a Party programme as PDF', () => {
  it('has the head, the number and the dashes of the Party', async () => {
    const text = (await pagesOf(await renderPdf(partyProgramme('hd05', '2026-06-05')))).join(' ')
    expectInOrder(text, [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 05-CTr/BTGDVTU-SDTTG-HND',
      'Sơn Hà, ngày 05 tháng 6 năm 2026',
      '-----',
      'I- MỤC ĐÍCH',
    ])
    expect(text).not.toContain('CỘNG HÒA')
    expect(text).not.toContain('./.')
  })
})

describe('a review as DOCX', () => {
  it('has named styles, and prints its labels by numbering of its own', async () => {
    const docx = await renderDocx(halfYearReview())
    const xml = partsOf(docx)['word/document.xml']!
    for (const style of ['Heading1', 'Heading2', 'Text', 'Clause4', 'SignerName', 'Recipient', 'AnnexTitle'])
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(xml.match(/<w:numPr>/g)).toHaveLength(halfYearReview().blocks.filter(block => 'label' in block).length)
    expect(xml).not.toContain('I. TÌNH HÌNH')
    expectInOrder((await parseDocx(docx)).text, [
      'BÁO CÁO',
      'I. TÌNH HÌNH VÀ CÔNG TÁC CHỈ ĐẠO',
      'a) Kết quả',
      'TM. BAN THƯỜNG TRỰC',
      'Nơi nhận:',
      'Phụ lục II',
    ])
  })

  it('repeats table heads, fixes widths, turns the wide annex and hides the first page number', async () => {
    const parts = partsOf(await renderDocx(halfYearReview()))
    const text = parts['word/document.xml']!
    expect(text).toContain('<w:tblHeader/>')
    expect(text).toContain('<w:tblLayout w:type="fixed"/>')
    expect(text).toContain('w:orient="landscape"')
    expect(text.match(/<w:titlePg\/>/g)).toHaveLength(3)
    const heads = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name))
    expect(heads.some(([, xml]) => xml.includes('PAGE'))).toBe(true)
    expect(heads.filter(([, xml]) => xml.includes('DỰ THẢO'))).toHaveLength(1)
  })

  it('is written in Times New Roman, in Vietnamese', async () => {
    const styles = partsOf(await renderDocx(halfYearReview()))['word/styles.xml']!
    expect(styles).toContain('w:val="vi-VN"')
    expect(styles).toContain('Times New Roman')
  })
})

const letters = [...'aăâđêôơưẵỡựỴZ09 "\'#$&<>{}[]()*_`~@\\/%=+-–;:.,!?\n\t\u0000\u00A0'.match(/./gsu)!]
const weirdText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 }),
  fc.constantFrom('W'.repeat(300), '#import "x.typ"', '$x^2$ <w:p/> ]]>', '\\u{41}', '"]}', '&amp;amp;', '*_`'),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading'), level: fc.constantFrom(1, 2, 3), label: weirdText, text: weirdText }),
  fc.record({
    kind: fc.constant('paragraph'),
    label: weirdText,
    runs: fc.array(fc.record({ text: weirdText, bold: fc.boolean() }), { maxLength: 3 }),
  }),
  fc.tuple(weirdText, fc.array(fc.tuple(weirdText, weirdText, weirdText), { maxLength: 4 })).map(
    ([caption, rows]): Block => ({
      kind: 'table',
      table: {
        caption,
        columns: [0.2, 3, 40].map(width => ({ title: caption, width, align: 'left' })),
        rows: rows.map(([a, b, c], at) => ({ cells: [a, b, c], section: at === 0, total: at === 1 })),
      },
    }),
  ),
)
const weirdPaper: fc.Arbitrary<Paper> = fc
  .record({
    profile: fc.constantFrom('nd30', 'hd36', 'hd05'),
    typeName: weirdText,
    subject: fc.array(weirdText, { maxLength: 2 }),
    addressees: fc.array(weirdText, { maxLength: 2 }),
    bases: fc.array(weirdText, { maxLength: 2 }),
    blocks: fc.array(block, { maxLength: 6 }),
    bodies: fc.array(fc.record({ name: weirdText, parent: fc.option(weirdText) }), { maxLength: 3 }),
    signatures: fc.array(fc.record({ authority: fc.option(weirdText), position: weirdText, body: weirdText, name: weirdText }), {
      maxLength: 4,
    }),
    recipients: fc.array(weirdText, { maxLength: 3 }),
    mark: fc.option(weirdText),
  })
  .map(parts => ({ ...halfYearReview(), annexes: [], ...parts }))

const renders = async (paper: Paper): Promise<void> => {
  const [pdf, docx] = await Promise.all([renderPdf(paper), renderDocx(paper)])
  expect(strFromU8(pdf.slice(0, 5))).toBe('%PDF-')
  expect(Object.keys(unzipSync(docx))).toContain('word/document.xml')
}

describe('any paper', () => {
  it('renders whatever its letters are', async () => {
    await fc.assert(fc.asyncProperty(weirdPaper, renders), { seed: 20260705, numRuns: 40 })
  })
})
