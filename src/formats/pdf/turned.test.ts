import { describe, expect, it } from 'vitest'
import { parsePdf } from './parse.ts'
import { typesetSample } from './sample-pdf.ts'

const BODY = String.raw`1\. Tuyên truyền, vận động đồng bào các dân tộc chấp hành pháp luật.`
const asideOf = async (bytes: Uint8Array) => (await parsePdf(bytes)).aside?.map(line => line.replace(/\s/g, ''))

/** A PDF by hand, with one note upon its page. Helvetica has no Vietnamese; the note's words are UTF-16. */
function withNote(note: string): Uint8Array {
  const stream = 'BT /F 12 Tf 72 700 Td (1. Tuyen truyen phap luat cho dong bao cac dan toc.) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> /Annots [6 0 R] >>',
    `<< /Length ${stream.length} >> stream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    note,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`
  return new TextEncoder().encode(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`)
}
const utf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

describe('what lies upon the text of a page', () => {
  it.each([
    ['a watermark at 45°', '45deg'],
    ['a watermark at -45°', '-45deg'],
    ['a stamp that stands upright on its side', '90deg'],
    ['a stamp upside down', '180deg'],
  ])('is heard but is no part of it: %s', async (_, angle) => {
    const bytes = typesetSample(`${BODY}\n#place(center + horizon, rotate(${angle}, text(size: 60pt)[TUYỆT MẬT]))`)
    expect(await asideOf(bytes)).toContain('TUYỆTMẬT')
    expect((await parsePdf(bytes)).text).not.toContain('MẬT')
  })

  it('is heard once for each of many watermarks', async () => {
    const mark = (at: number) => `#place(top + left, dy: ${at * 90}pt, rotate(30deg, text(size: 30pt)[MẬT]))`
    const aside = await asideOf(typesetSample(`${BODY}\n${[0, 1, 2, 3].map(mark).join('\n')}`))
    expect(aside).toContain('MẬT')
    expect(aside!.join()).not.toContain('MẬTMẬT')
  })

  it('is heard where it is a note with words of its own', async () => {
    const note = `<< /Type /Annot /Subtype /FreeText /Rect [100 100 300 200] /DA (/F 20 Tf) /Contents ${utf16('TỐI MẬT')} >>`
    expect(await asideOf(withNote(note))).toContain('TỐIMẬT')
  })

  it('leaves a page askew from the scanner as it is', async () => {
    const { text } = await parsePdf(typesetSample(`#rotate(2deg)[${BODY}]`))
    expect(text).toContain('Tuyên truyền, vận động')
  })
})
