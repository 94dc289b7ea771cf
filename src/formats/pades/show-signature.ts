import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core'

/**
 * Where a signature is seen: the page from 0, its rectangle (as the file counts: points from the lower left corner), and what it shows:
 * a PDF with a page for each part, and where each part stands (from the lower left corner of a box of `size`). On a page that is shown
 * turned, `turn` says by how many quarters the box is turned against the clock, so that it is read upright.
 */
export type Seen = {
  page: number
  rect: readonly [left: number, bottom: number, right: number, top: number]
  size: readonly [width: number, height: number]
  turn: number
  art: Uint8Array
  parts: readonly { x: number; y: number }[]
}

/**
 * Gives the next signature of a paper a place. libpdf sets every signature unseen on the first page, and writes once before it
 * hashes: just before that its widget is moved to where it belongs, so that one revision holds all.
 */
export async function showNextSignature(pdf: PDF, fieldName: string, seen: Seen): Promise<void> {
  const field = pdf.getOrCreateForm().createSignatureField(fieldName)
  const { page, rect } = seen
  const look = await drawLook(pdf, seen)
  const widget = field.getDict()
  const home = pdf.getPages()[page]
  const ref = field.getRef()
  if (!home || !ref) throw new Error(`there is no page ${page} to sign on`)
  const write = pdf.save.bind(pdf)
  pdf.save = options => {
    pdf.save = write
    widget.set('Rect', numbers(rect))
    widget.set('P', home.ref)
    widget.set('AP', PdfDict.of({ N: look }))
    const notes = home.dict.getArray('Annots', pdf.getObject.bind(pdf))
    if (notes) notes.push(ref)
    else home.dict.set('Annots', new PdfArray([ref]))
    return write(options)
  }
}

/** Each part is a form of its own, cut to its box, so that what lies between the parts is seen to stay free. */
async function drawLook(pdf: PDF, { size, turn, art, parts }: Seen) {
  const pages = await PDF.load(art)
  const names = new PdfDict()
  const steps: string[] = []
  for (const [at, { x, y }] of parts.entries()) {
    names.set(`P${at}`, (await pdf.embedPage(pages, at)).ref)
    steps.push(`q 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} cm /P${at} Do Q`)
  }
  const box = { BBox: numbers([0, 0, ...size]), ...(turn === 0 ? {} : { Matrix: numbers(QUARTERS[turn % 4]!) }) }
  const dict = { Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), ...box, Resources: PdfDict.of({ XObject: names }) }
  return pdf.register(PdfStream.fromDict(dict, new TextEncoder().encode(steps.join('\n'))))
}

/** Readers fit what is turned into the rectangle by themselves (ISO 32000-1, 12.5.5). */
const QUARTERS = [
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, -1, 1, 0, 0, 0],
]

const numbers = (values: readonly number[]): PdfArray => new PdfArray(values.map(one => PdfNumber.of(one)))
