import { PDF, PdfArray, PdfNumber } from '@libpdf/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { PERSON } from '../../../test/harness/keys.ts'
import { judgePdf } from '../../formats/pades/judge.ts'
import { openKeyFile, signPdf } from '../../formats/pades/sign.ts'
import { NO_LIST } from '../../formats/pades/trust.ts'
import { apply, type Matrix, multiply } from '../../formats/pdf/matrix.ts'
import { openPdfFile, pdfjs } from '../../formats/pdf/pdfjs.ts'
import { type Box, findPlaces, inFile } from '../../formats/pdf/places-to-sign.ts'
import { composePaper } from './compose.ts'
import { letter } from './fixtures/sample-papers.ts'
import { type Art, numberArt, sealArt } from './signature-art.ts'
import { typesetArt, typesetPaper } from './typst.ts'

/**
 * Papers written elsewhere and entered as PDF: their pages may be turned by /Rotate, with the text turned against it or lying across,
 * and cut by a CropBox. What is put on them later stands where it is read, upright.
 */
const A4 = { width: 595.28, height: 841.89 }
const NAME = letter('nd30').signatures[0]!.name
let plain: Uint8Array

beforeAll(() => {
  plain = typesetPaper(composePaper({ ...letter('nd30'), number: '', date: null }), 'nd30', new Date(0))
})

/** Where the corner of a page has to be set so that it covers its new page when it is turned against the clock. */
const CORNERS: Record<number, [x: number, y: number]> = {
  0: [0, 0],
  90: [A4.height, 0],
  180: [A4.width, A4.height],
  270: [0, A4.width],
}

/** The paper on a page that is shown turned by `rotate`, its text drawn turned by `drawn` so that one reads it upright, or not. */
async function paperOn({ rotate, drawn, crop }: { rotate: number; drawn: number; crop: number }): Promise<Uint8Array> {
  const pdf = PDF.create()
  const [width, height] = drawn % 180 === 0 ? [A4.width, A4.height] : [A4.height, A4.width]
  const page = pdf.addPage({ width, height })
  const [x, y] = CORNERS[drawn]!
  page.drawPage(await pdf.embedPage(await PDF.load(plain), 0), { x, y, rotate: { angle: drawn, origin: { x, y } } })
  page.dict.set('Rotate', PdfNumber.of(rotate))
  page.dict.set('CropBox', new PdfArray([crop, crop, width - crop, height - crop].map(one => PdfNumber.of(one))))
  return pdf.save()
}

/** The box in which a signature is drawn as it is read: from its upper left corner to its lower right one, whatever the page. */
async function readAt(bytes: Uint8Array, { width, height }: Box, upright: Matrix) {
  const [{ OPS }, pdf] = [await pdfjs(), await openPdfFile(bytes)]
  const { fnArray, argsArray } = await (await pdf.getPage(1)).getOperatorList({ annotationMode: 1 })
  const given = argsArray[fnArray.lastIndexOf(OPS.beginAnnotation)] as unknown[]
  const at = multiply(upright, multiply(given[2] as Matrix, given[3] as Matrix))
  await pdf.loadingTask.destroy()
  return { from: apply(at, 0, height), to: apply(at, width, 0) }
}

const CASES = [0, 90, 180, 270].flatMap(rotate => [
  { rotate, drawn: rotate, crop: 0 },
  { rotate, drawn: rotate, crop: 20 },
  { rotate, drawn: 0, crop: 20 },
])

describe.each(CASES)('a page shown turned by $rotate, its text drawn turned by $drawn, $crop points cut away', made => {
  const sign = async (bytes: Uint8Array, { box, items }: Art, upright: Matrix) => {
    const key = await openKeyFile(Buffer.from(PERSON.keyFile, 'base64'), PERSON.password)
    const parts = items.map(item => ({ x: item.x, y: box.height - item.y - item.height }))
    const art = typesetArt({ box, items }, null)
    const seen = { page: 0, ...inFile(box, upright), size: [box.width, box.height] as const, art, parts }
    return signPdf(bytes, { key, at: new Date('2026-06-16T03:00:00Z'), seen })
  }

  it('takes number, day and seal where they are read', async () => {
    const bytes = await paperOn(made)
    const whole = await findPlaces(plain, [NAME])
    const { blanks, rooms, pages } = await findPlaces(bytes, [NAME])
    expect(blanks!.number.x).toBeCloseTo(whole.blanks!.number.x - made.crop, 0)
    expect(blanks!.number.y).toBeCloseTo(whole.blanks!.number.y - made.crop, 0)
    const arts = [numberArt(blanks!, { number: '05', day: '16', month: '6' }), sealArt(rooms[0]!, ['Sơn Hà', '10:00'], false)]
    for (const art of arts) {
      const signed = await sign(bytes, art, pages[0]!.upright)
      expect(judgePdf(signed, NO_LIST).integrity).toBe('intact')
      const { from, to } = await readAt(signed, art.box, pages[0]!.upright)
      expect(from.map(Math.round)).toEqual([art.box.x, art.box.y].map(Math.round))
      expect(to.map(Math.round)).toEqual([art.box.x + art.box.width, art.box.y + art.box.height].map(Math.round))
    }
  })
})
