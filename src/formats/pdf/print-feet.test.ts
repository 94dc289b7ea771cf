import { expect, it } from 'vitest'
import { stream, writePdf } from '../pades/fixtures/sheet.ts'
import { pagesOf } from '../pades/pages.ts'
import { Pdf } from '../pades/pdf.ts'
import { dictOf } from '../pades/values.ts'
import { type Matrix, multiply, toMatrix } from './matrix.ts'
import { openPdfFile } from './pdfjs.ts'
import { withFeet } from './print-feet.ts'
import { typesetSample } from './sample-pdf.ts'

/** Pages as other programs write them: what is seen of a page and its fonts stand once, above all of them. */
const BOX = '/MediaBox [0 0 600 800] /CropBox [50 100 550 760]'
const written = (rotate: number): Uint8Array =>
  writePdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [3 0 R] /Count 1 ${BOX} /Rotate ${rotate} /Resources << /Font << /F1 5 0 R >> >> >>`,
    3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
    4: stream('0.5 0 0 0.5 0 0 cm BT /F1 24 Tf 400 800 Td (Kinh phi) Tj ET'),
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  })

const foot = typesetSample('#set page(width: 300pt, height: 12pt, margin: 0pt)\n#set text(size: 8pt)\n#align(center)[Mã tệp]')

/** The words of the first page as a reader sees them: from the left edge, above the lower edge, and whether they stand upright. */
async function seenOn(bytes: Uint8Array) {
  const page = await (await openPdfFile(bytes)).getPage(1)
  const view = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const words = items.flatMap(item => {
    if (!('str' in item) || item.str.trim() === '') return []
    const at: Matrix = multiply(toMatrix(view.transform), toMatrix(item.transform))
    return [
      {
        text: item.str,
        middle: at[4] + item.width / 2,
        above: view.height - at[5],
        upright: at[0] > 0 && Math.abs(at[1]) < 0.01,
      },
    ]
  })
  return { width: view.width, words }
}

it.each([0, 90, 180, 270])(
  'a foot stands upright in the middle of the lower edge that is seen of a page turned by %i',
  async rotate => {
    const { width, words } = await seenOn(await withFeet(written(rotate), foot))
    expect(width).toBe(rotate % 180 === 0 ? 500 : 660)
    const found = words.find(word => word.text === 'Mã tệp')!
    expect(found.upright).toBe(true)
    expect(found.middle).toBeCloseTo(width / 2, 0)
    expect(found.above).toBeGreaterThan(22)
    expect(found.above).toBeLessThan(34)
  },
)

it('a page whose fonts stand above it keeps them', async () => {
  const pdf = Pdf.open(Buffer.from(await withFeet(written(90), foot)))
  const resources = dictOf(pdf.get(pagesOf(pdf)[0]!, 'Resources'))!
  expect([...dictOf(pdf.get(resources, 'Font'))!.keys()]).toEqual(['F1'])
})
