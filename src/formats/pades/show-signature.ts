import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core'

/**
 * Where a signature is seen: the page from 0, its rectangle (points from the lower left corner), and what it shows: a PDF with a
 * page for each part, and where in the rectangle each part stands (from its lower left corner).
 */
export type Seen = {
  page: number
  rect: readonly [left: number, bottom: number, right: number, top: number]
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
    widget.set('Rect', new PdfArray(rect.map(at => PdfNumber.of(at))))
    widget.set('P', home.ref)
    widget.set('AP', PdfDict.of({ N: look }))
    const notes = home.dict.getArray('Annots', pdf.getObject.bind(pdf))
    if (notes) notes.push(ref)
    else home.dict.set('Annots', new PdfArray([ref]))
    return write(options)
  }
}

/** Each part is a form of its own, cut to its box, so that what lies between the parts is seen to stay free. */
async function drawLook(pdf: PDF, { rect, art, parts }: Seen) {
  const pages = await PDF.load(art)
  const names = new PdfDict()
  const steps: string[] = []
  for (const [at, { x, y }] of parts.entries()) {
    names.set(`P${at}`, (await pdf.embedPage(pages, at)).ref)
    steps.push(`q 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} cm /P${at} Do Q`)
  }
  const box = new PdfArray([0, 0, rect[2] - rect[0], rect[3] - rect[1]].map(one => PdfNumber.of(one)))
  const dict = { Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: box, Resources: PdfDict.of({ XObject: names }) }
  return pdf.register(PdfStream.fromDict(dict, new TextEncoder().encode(steps.join('\n'))))
}
