import { array, assert, asyncProperty, nat, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Unreadable } from '../source.ts'
import { parsePdf } from './parse.ts'
import { typesetLongSample, typesetSample } from './sample-pdf.ts'

const HEAD = `
#grid(columns: (1fr, 1.4fr), align: center,
  [ỦY BAN MTTQ VIỆT NAM \\ TỈNH SƠN HÀ \\ #text(size: 12pt)[Số: 05/CTrPH-MTTQ]],
  [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \\ *Độc lập - Tự do - Hạnh phúc* \\ _Sơn Hà, ngày 12 tháng 3 năm 2026_])
`

const linesOf = (text: string): string[] => text.split('\n').filter(line => line.trim())

const read = async (bytes: Uint8Array): Promise<string> => {
  try {
    return (await parsePdf(bytes)).format
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
}

describe('the text of a PDF', () => {
  test('a head in two columns is read block by block', async () => {
    const { text } = await parsePdf(
      typesetSample(`${HEAD}\n#align(center)[*CHƯƠNG TRÌNH PHỐI HỢP*]\n\nCăn cứ Luật Mặt trận Tổ quốc Việt Nam;`),
    )
    expect(linesOf(text)).toEqual([
      'ỦY BAN MTTQ VIỆT NAM',
      'TỈNH SƠN HÀ',
      'Số: 05/CTrPH-MTTQ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Sơn Hà, ngày 12 tháng 3 năm 2026',
      'CHƯƠNG TRÌNH PHỐI HỢP',
      'Căn cứ Luật Mặt trận Tổ quốc Việt Nam;',
    ])
  })

  test('recipients stand before the signature beside them, whole', async () => {
    const { text } = await parsePdf(
      typesetSample(`Hai cơ quan thực hiện Chương trình này./.
#v(1cm)
#grid(columns: (1fr, 1fr), align: (left, center),
  [*Nơi nhận:* \\ - Như mục III; \\ - Các sở, ban, ngành; \\ - Các xã, phường; \\ - Lưu: VT.],
  [*TM. BAN THƯỜNG TRỰC* \\ *CHỦ TỊCH* \\ \\ \\ *Trần Văn Mẫu*])`),
    )
    expect(linesOf(text)).toEqual([
      'Hai cơ quan thực hiện Chương trình này./.',
      'Nơi nhận:',
      '- Như mục III;',
      '- Các sở, ban, ngành;',
      '- Các xã, phường;',
      '- Lưu: VT.',
      'TM. BAN THƯỜNG TRỰC',
      'CHỦ TỊCH',
      'Trần Văn Mẫu',
    ])
  })

  test('two who sign stand one after the other, each with the name', async () => {
    const { text } = await parsePdf(
      typesetSample(`Chương trình này có hiệu lực kể từ ngày ký./.
#v(1cm)
#grid(columns: (1fr, 1fr), align: center, row-gutter: 2.2cm,
  [*KT. GIÁM ĐỐC* \\ *PHÓ GIÁM ĐỐC* \\ SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ], [*TM. BAN THƯỜNG TRỰC* \\ *CHỦ TỊCH*],
  [Lê Thị Mẫu], [Trần Văn Mẫu])`),
    )
    expect(linesOf(text).slice(1)).toEqual([
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH',
      'SƠN HÀ',
      'Lê Thị Mẫu',
      'TM. BAN THƯỜNG TRỰC',
      'CHỦ TỊCH',
      'Trần Văn Mẫu',
    ])
  })

  test('blanks left to be filled in part no columns', async () => {
    const blank = '#h(1.2em)'
    const { text } = await parsePdf(
      typesetSample(`(Kèm theo Báo cáo số ${blank} /BC-MTTQ ngày ${blank} tháng ${blank} năm 2026\\ của Ủy ban)`),
    )
    expect(linesOf(text)).toEqual(['(Kèm theo Báo cáo số /BC-MTTQ ngày tháng năm 2026', 'của Ủy ban)'])
  })

  test('justified lines keep their words whole, and a label keeps its text', async () => {
    const { text } = await parsePdf(
      typesetSample(`#set par(justify: true)
#grid(columns: (1cm, 8cm), [1.], [Kế hoạch tuyên truyền, phổ biến, giáo dục pháp luật nghiêng nghiêng khuyếch trương trong đồng bào các dân tộc thiểu số])`),
    )
    const joined = linesOf(text).join(' ').replaceAll('\t', ' ')
    expect(joined).toBe(
      '1. Kế hoạch tuyên truyền, phổ biến, giáo dục pháp luật nghiêng nghiêng khuyếch trương trong đồng bào các dân tộc thiểu số',
    )
  })

  test('a superscript stays on its line, a landscape page reads like every other', async () => {
    const { text } = await parsePdf(
      typesetSample('#set page(flipped: true)\nDiện tích 12 m#super[2] đất#super[1] tại xã Tân Lập'),
    )
    expect(linesOf(text)).toEqual(['Diện tích 12 m2 đất1 tại xã Tân Lập'])
  })

  test('a font that the file does not carry is read by its codes', async () => {
    const stream = 'BT /F 12 Tf 100 400 Td (Dieu 1. Pham vi) Tj ET'
    const page = '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj'
    const text = `4 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream\nendobj`
    const tree = '1 0 obj<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj'
    const font = '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj'
    const file = ['%PDF-1.4', tree, page, text, font, 'trailer<</Root 1 0 R>>', '%%EOF'].join('\n')
    expect(linesOf((await parsePdf(new TextEncoder().encode(file))).text)).toEqual(['Dieu 1. Pham vi'])
  })

  test('what is written in white on white is not printed', async () => {
    const { text } = await parsePdf(
      typesetSample('CHỦ TỊCH #text(fill: white)[ky-so] \n\n#box(fill: black, inset: 4pt)[#text(fill: white)[Khẩn]]'),
    )
    expect(linesOf(text)).toEqual(['CHỦ TỊCH', 'Khẩn'])
  })
})

describe('pages', () => {
  test('running heads and page numbers go, pages are divided by form feeds, progress is told for each', async () => {
    const told: number[] = []
    const source = await parsePdf(typesetLongSample(30), done => told.push(done))
    expect(told).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(source.pages).toHaveLength(30)
    expect(source.text.split('\f')).toHaveLength(30)
    expect(source.text).not.toContain('TẠP CHÍ')
    expect(source.aside).toContain('TẠP CHÍ SƠN HÀ/Số 12/Ngày 05-03-2026')
    const [start, end] = source.pages[6]!.span
    const page = linesOf(source.text.slice(start, end))
    expect(page[0]).toBe('1. Nhiệm vụ 1 của trang 7: hai cơ quan phối hợp tuyên truyền, vận động đồng bào.')
    expect(page).toHaveLength(12)
  })

  test('a line that comes once at the top of a page stays', async () => {
    const { text } = await parsePdf(typesetSample('Chương I\n#pagebreak()\nChương II\n#pagebreak()\nPhụ lục'))
    expect(text.split('\f').map(page => page.trim())).toEqual(['Chương I', 'Chương II', 'Phụ lục'])
  })
})

describe('what cannot be read', () => {
  test('a broken file is corrupt, pages of pictures are a scan, a blank page is empty', async () => {
    expect(await read(new TextEncoder().encode('%PDF-1.7\nnothing else'))).toBe('corrupt')
    expect(
      await read(
        typesetSample(
          '#image(bytes(range(48).map(i => calc.rem(i * 37, 255))), format: (encoding: "rgb8", width: 4, height: 4), width: 100%)',
        ),
      ),
    ).toBe('scan')
    expect(await read(typesetSample('#v(1cm)'))).toBe('empty')
  })

  test('a file locked by a password says so', async () => {
    const key = 'ab'.repeat(32)
    const lock = `<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`
    const objects = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj'
    const file = `%PDF-1.4\n${objects}\ntrailer<</Root 1 0 R/Encrypt ${lock}/ID[<00><00>]>>\nstartxref\n0\n%%EOF`
    expect(await read(new TextEncoder().encode(file))).toBe('password')
  })

  test('damaged bytes give a text or a refusal, never another error', async () => {
    const whole = typesetSample(`${HEAD}\n#table(columns: 2, [TT], [Nhiệm vụ], [1], [Tuyên truyền])`)
    const damage = array(tuple(nat(whole.length - 1), nat(255)), { minLength: 1, maxLength: 40 })
    await assert(
      asyncProperty(damage, nat(whole.length), async (changes, cut) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        await read(changes.length % 3 ? bytes : bytes.slice(0, cut))
      }),
      { seed: 20_260_312, numRuns: 50 },
    )
  })
})
