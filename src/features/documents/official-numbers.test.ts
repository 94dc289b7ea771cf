import { beforeAll, describe, expect, it } from 'vitest'
import { composePaper } from './compose.ts'
import type { Paper, PaperProfile } from './contract.ts'
import { buildDocx } from './docx/build.ts'
import { type Look, type Printed, readDocxLooks, readPdfPlaces } from './fixtures/read-back.ts'
import { decision, letter, plan, programme, review, submission } from './fixtures/sample-papers.ts'
import { typesetPaper } from './typst.ts'

/**
 * What the written rules ask, read back from the XML of the DOCX and from the places of words in the PDF. The numbers here are
 * those of the rules themselves: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, II and V; HD 36-HD/VPTW, phần II and Phụ lục 3; HD 05-HD/VPTW.
 */
type Wanted = { size: [number, number]; bold?: boolean; italic?: boolean; underlined?: boolean; align?: string }

const nd30 = {
  parent: { size: [12, 13] },
  issuer: { size: [12, 13], bold: true, align: 'center' },
  number: { size: [13, 13], align: 'center' },
  date: { size: [13, 14], italic: true, align: 'center' },
  typeName: { size: [13, 14], bold: true, align: 'center' },
  subject: { size: [13, 14], bold: true, align: 'center' },
  about: { size: [12, 13], align: 'center' },
  salutation: { size: [13, 14] },
  basis: { size: [13, 14], italic: true, align: 'both' },
  section: { size: [13, 14], bold: true },
  text: { size: [13, 14], align: 'both' },
  authority: { size: [13, 14], bold: true, align: 'center' },
  position: { size: [13, 14], bold: true, align: 'center' },
  name: { size: [13, 14], bold: true, align: 'center' },
  recipientsLabel: { size: [12, 12], bold: true, italic: true },
  recipient: { size: [11, 11] },
  pageNumber: { size: [13, 14], align: 'center' },
  annexLabel: { size: [14, 14], bold: true, align: 'center' },
  annexTitle: { size: [13, 14], bold: true, align: 'center' },
  reference: { size: [13, 14], italic: true, align: 'center' },
  urgency: { size: [13, 14], bold: true },
  circulation: { size: [13, 14], bold: true },
} satisfies Record<string, Wanted>

type Numbers = Record<keyof typeof nd30, Wanted>

const party: Numbers = {
  ...nd30,
  parent: { size: [14, 14] },
  issuer: { size: [14, 14], bold: true, align: 'center' },
  number: { size: [14, 14], align: 'center' },
  date: { size: [14, 14], italic: true, align: 'center' },
  typeName: { size: [15, 16], bold: true, align: 'center' },
  subject: { size: [14, 15], bold: true, align: 'center' },
  about: { size: [12, 12], italic: true, align: 'center' },
  salutation: { size: [14, 14], italic: true },
  basis: { size: [14, 15], align: 'both' },
  section: { size: [14, 15], bold: true },
  text: { size: [14, 15], align: 'both' },
  authority: { size: [14, 14], bold: true, align: 'center' },
  position: { size: [14, 14], align: 'center' },
  name: { size: [14, 14], bold: true, align: 'center' },
  recipientsLabel: { size: [14, 14], underlined: true },
  recipient: { size: [12, 12] },
  pageNumber: { size: [14, 14], align: 'center' },
  urgency: { size: [14, 14], bold: true },
  circulation: { size: [12, 12], bold: true },
}
const NUMBERS: Record<PaperProfile, Numbers> = { nd30, hd36: party, hd05: party }
const PROFILES = ['nd30', 'hd36', 'hd05'] as const

const PROGRAMME = {
  nd30: {
    number: 'Số: 05/CTrPH-MTTQ-SDTTG',
    date: 'Sơn Hà, ngày 05 tháng 02 năm 2026',
    issuer: 'SỞ DÂN TỘC VÀ TÔN GIÁO',
    end: 'ngày ký./.',
  },
  hd36: {
    number: 'Số 05-CTrPH/BTGDVTU-SDTTG',
    date: 'Sơn Hà, ngày 05 tháng 02 năm 2026',
    issuer: 'BAN TUYÊN GIÁO VÀ DÂN VẬN',
    end: 'ngày ký.',
  },
  hd05: {
    number: 'Số 05-CTrPH/BTGDVTU-SDTTG',
    date: 'Sơn Hà, ngày 05 tháng 6 năm 2026',
    issuer: 'BAN TUYÊN GIÁO VÀ DÂN VẬN',
    end: 'ngày ký.',
  },
} as const
const BASIS = { nd30: 'Căn cứ Luật', hd36: 'Căn cứ Luật', hd05: '- Căn cứ Luật' } as const
const SECTION = { nd30: 'MỤC ĐÍCH, YÊU CẦU', hd36: 'MỤC ĐÍCH, YÊU CẦU', hd05: 'MỤC ĐÍCH, YÊU CẦU' } as const
const SIGNER = { nd30: 'TM. BAN THƯỜNG TRỰC', hd36: 'K/T TRƯỞNG BAN', hd05: 'K/T TRƯỞNG BAN' } as const

const expectLook = (
  look: Look | Printed,
  { size: [least, most], bold = false, italic = false, ...rest }: Wanted,
  what: string,
): void => {
  expect({ what, fits: look.size >= least && look.size <= most, bold: look.bold, italic: look.italic }).toEqual({
    what,
    fits: true,
    bold,
    italic,
  })
  if ('align' in look) {
    if (rest.align) expect({ what, align: look.align }).toEqual({ what, align: rest.align })
    expect({ what, underlined: look.underlined }).toEqual({ what, underlined: rest.underlined ?? false })
  }
}

const kept = <T>(read: (paper: Paper) => Promise<T>) => {
  const known = new Map<string, Promise<T>>()
  return (make: (profile: PaperProfile) => Paper, profile: PaperProfile): Promise<T> => {
    const key = `${make.name} ${profile}`
    const found = known.get(key) ?? read(make(profile))
    known.set(key, found)
    return found
  }
}
const docxOf = kept(async paper => readDocxLooks(await buildDocx(composePaper(paper), paper.profile)))
const pdfOf = kept(async paper => readPdfPlaces(typesetPaper(composePaper(paper), paper.profile, new Date(0))))

describe.each(PROFILES)('a programme of the form %s', profile => {
  const wanted = NUMBERS[profile]
  const words = PROGRAMME[profile]
  let docx: Awaited<ReturnType<typeof docxOf>>
  let pdf: Awaited<ReturnType<typeof pdfOf>>
  beforeAll(async () => {
    docx = await docxOf(programme, profile)
    pdf = await pdfOf(programme, profile)
  })

  it('keeps the margins, on paper and in Word', () => {
    const { top, bottom, left, right } = docx.margins
    if (profile === 'nd30')
      expect([top, bottom, left, right].every((edge, at) => edge >= [20, 20, 30, 15][at]! && edge <= [25, 25, 35, 20][at]!)).toBe(
        true,
      )
    else expect([top, bottom, left, right]).toEqual([20, 20, 30, 15])
    const edges = pdf.edges(1)
    expect(edges.left).toBeGreaterThanOrEqual(left - 0.1)
    expect(edges.right).toBeLessThanOrEqual(210 - right + 0.1)
    expect(pdf.pages[0]!.width).toBeCloseTo(210)
    expect(pdf.pages[0]!.height).toBeCloseTo(297)
    expect(docx.font).toBe('Times New Roman')
  })

  it('sets every part of the head, the text and the end in its size and style', () => {
    const parts: [keyof Numbers, string][] = [
      ['issuer', words.issuer],
      ['number', words.number],
      ['date', words.date],
      ['typeName', 'CHƯƠNG TRÌNH'],
      ['subject', 'giai đoạn 2026 - 2030'],
      ['basis', BASIS[profile]],
      ['section', SECTION[profile]],
      ['text', 'Chương trình có hiệu lực'],
      ['authority', SIGNER[profile]],
      ['position', profile === 'nd30' ? 'PHÓ CHỦ TỊCH' : 'PHÓ TRƯỞNG BAN'],
      ['name', 'Vi Thị Hoa'],
      ['recipientsLabel', 'Nơi nhận:'],
      ['recipient', '- Đảng ủy các xã, phường'],
    ]
    for (const [part, text] of parts) {
      expectLook(docx.look(text), wanted[part], `${part} in Word`)
      expectLook(pdf.line(text), wanted[part], `${part} on paper`)
    }
    expectLook(docx.pageNumber(), wanted.pageNumber, 'page number')
  })

  it('has the banner of its side, with a rule as wide as its last line', () => {
    const [text, size] =
      profile === 'nd30' ? (['Độc lập - Tự do - Hạnh phúc', [13, 14]] as const) : (['ĐẢNG CỘNG SẢN VIỆT NAM', [15, 15]] as const)
    const line = pdf.line(text)
    expectLook(line, { size: [...size], bold: true }, text)
    expectLook(docx.look(text), { size: [...size], bold: true, align: 'center' }, text)
    const rule = pdf.rules().find(one => one.left > 105)!
    expect(rule.right - rule.left).toBeCloseTo(line.right - line.left, 0)
    expect(rule.y).toBeGreaterThan(line.y)
    if (profile === 'nd30')
      expectLook(pdf.line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { size: [12, 13], bold: true }, 'Quốc hiệu')
    else expect(() => pdf.line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toThrow()
  })

  it('parts the head from the text as its side does', () => {
    const subject = pdf.line('giai đoạn 2026 - 2030')
    if (profile === 'nd30') {
      const [, underIssuer, underSubject] = pdf.rules()
      const issuer = pdf.line('SƠN HÀ')
      const share = (rule: { left: number; right: number }, line: Printed) => (rule.right - rule.left) / (line.right - line.left)
      expect(share(underSubject!, subject)).toBeGreaterThanOrEqual(1 / 3)
      expect(share(underSubject!, subject)).toBeLessThanOrEqual(1 / 2)
      expect(underIssuer!.y).toBeGreaterThan(issuer.y)
    } else {
      expect(pdf.line('-----').y).toBeGreaterThan(subject.y)
      expect(pdf.line('*').y).toBeLessThan(pdf.line(words.number).y)
      expect(pdf.rules()).toHaveLength(1)
    }
  })

  it('indents and spaces its paragraphs', () => {
    const { firstLine, before, exactly } = docx.look('Chương trình có hiệu lực')
    expect(profile === 'nd30' ? [10, 12.7] : [10]).toContain(firstLine)
    expect(before).toBeGreaterThanOrEqual(6)
    expect(exactly).toBeGreaterThanOrEqual(profile === 'nd30' ? 14 : 18)
    expect(exactly).toBeLessThanOrEqual(profile === 'nd30' ? 1.5 * 1.15 * 14 : 22)
    const margin = pdf.edges(1).left
    expect(pdf.line(`${profile === 'nd30' ? 'III.' : 'III-'} TỔ CHỨC`).left - margin).toBeCloseTo(firstLine, 0)
  })

  it('puts the lead at the right of the signatures and its text under its end mark', () => {
    expect(pdf.line(SIGNER[profile]).left).toBeGreaterThan(105)
    expect(pdf.line('Vi Thị Hoa').right).toBeLessThan(110)
    expect(pdf.line(`có hiệu lực kể từ ${words.end}`).size).toBe(14)
  })

  it('counts pages in the middle of the upper margin from the second on', () => {
    const number = pdf.line('2', 2)
    expect((number.left + number.right) / 2).toBeCloseTo(30 + 165 / 2, 0)
    expect(number.y).toBeGreaterThan(10)
    expect(number.y).toBeLessThan(20)
    expectLook(number, wanted.pageNumber, 'page number')
    expect(docx.pageNumberFromTop).toBe(10)
    expect(docx.titlePages).toBe(docx.sections)
  })

  it('is numbered by Word itself and prints the same labels', () => {
    expect(docx.numbered).toBe(18)
  })
})

describe.each(PROFILES)('a letter of the form %s', profile => {
  const wanted = NUMBERS[profile]

  it('says what it is about under its number, six points below, and has no title', async () => {
    const [docx, pdf] = [await docxOf(letter, profile), await pdfOf(letter, profile)]
    const about = profile === 'nd30' ? 'V/v cung cấp' : 'Cung cấp thông tin'
    expectLook(docx.look(about), wanted.about, 'about in Word')
    expectLook(pdf.line(about), wanted.about, 'about on paper')
    expect(docx.look(about).before).toBe(6)
    expect(pdf.line(about).right).toBeLessThan(110)
    expect(pdf.line(about).y).toBeGreaterThan(pdf.line(profile === 'nd30' ? 'Số: 05/SDTTG' : 'Số 05-CV/BTGDVTU').y)
    expectLook(pdf.line('Kính gửi:'), wanted.salutation, 'salutation')
    expectLook(docx.look('Kính gửi:'), wanted.salutation, 'salutation')
    expect(pdf.line(`tỉnh Sơn Hà${profile === 'hd36' ? ',' : ';'}`)).toBeTruthy()
    expect(pdf.line('- Như trên').left).toBeLessThan(35)
  })

  it('bears its urgency in a red box of its legal size', async () => {
    const [docx, pdf] = [await docxOf(letter, profile), await pdfOf(letter, profile)]
    expectLook(pdf.line('THƯỢNG KHẨN'), wanted.urgency, 'urgency')
    expectLook(docx.look('THƯỢNG KHẨN'), wanted.urgency, 'urgency')
    const y = pdf.line('THƯỢNG KHẨN').y
    const [over, under] = [pdf.rules().findLast(rule => rule.y < y)!, pdf.rules().find(rule => rule.y > y)!]
    expect(over.right - over.left).toBeCloseTo(40, 0)
    expect(under.y - over.y).toBeCloseTo(8, 0)
  })
})

describe.each(PROFILES)('a paper to a superior of the form %s', profile => {
  it('names its reader under the title and who may have it at the top right', async () => {
    const pdf = await pdfOf(submission, profile)
    const salutation = profile === 'hd05' ? 'Kính trình:' : 'Kính gửi:'
    expectLook(pdf.line(salutation), NUMBERS[profile].salutation, salutation)
    const mark = pdf.line('LƯU HÀNH NỘI BỘ')
    expectLook(mark, NUMBERS[profile].circulation, 'circulation')
    expect(mark.left).toBeGreaterThan(140)
    expect(mark.y).toBeLessThan(20)
  })
})

describe.each(PROFILES)('annexes of the form %s', profile => {
  const wanted = NUMBERS[profile]

  it('are numbered as their side numbers, tied to the paper and counted anew', async () => {
    const [docx, pdf] = [await docxOf(plan, profile), await pdfOf(plan, profile)]
    const label = profile === 'nd30' ? 'Phụ lục II' : 'Phụ lục 2'
    expectLook(docx.look(label), wanted.annexLabel, 'label')
    expectLook(pdf.line(label, 2), wanted.annexLabel, 'label')
    expectLook(pdf.line('DỰ TOÁN KINH PHÍ NĂM 2026'), wanted.annexTitle, 'title')
    expectLook(pdf.line('(Kèm theo Kế hoạch số 05'), wanted.reference, 'reference')
    expect(docx.titlePages).toBe(3)
    expect(docx.repeatedHeads).toBe(2)
    expect(pdf.pages.at(-2)!.width).toBeCloseTo(297)
    expect(pdf.pages.at(-1)!.width).toBeCloseTo(210)
  })

  it('carry no number where there is only one', async () => {
    const docx = await docxOf(review, profile)
    expectLook(docx.look('Phụ lục'), wanted.annexLabel, 'label')
    expect(() => docx.look('Phụ lục I')).toThrow()
  })
})

describe('a decision of a state body', () => {
  it('sets who decides and the word of decision in the middle, articles bold', async () => {
    const [docx, pdf] = [await docxOf(decision, 'nd30'), await pdfOf(decision, 'nd30')]
    for (const text of ['GIÁM ĐỐC SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ', 'QUYẾT ĐỊNH:']) {
      expectLook(docx.look(text), { size: [13, 14], bold: true, align: 'center' }, text)
      expectLook(pdf.line(text), { size: [13, 14], bold: true }, text)
    }
    expectLook(pdf.line('Điều 1.'), { size: [13, 14], bold: true }, 'article')
    expectLook(pdf.line('Tặng Giấy khen'), { size: [13, 14] }, 'its text')
  })
})
