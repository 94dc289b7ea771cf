import { PDF, type PDFPage, type PdfDict } from '@libpdf/core'
import { openPdfFile } from './pdfjs.ts'

/** How far from the lower edge a foot stands, in points: within the margin of any paper, within what printers can reach. */
const ABOVE_EDGE = 22

/**
 * A copy for the printer with a foot on each page: `feet` is a PDF of one small page for each of them. The file itself stays as it is.
 * Where the lower edge is that a reader sees, pdf.js tells: a page may be turned, cut, or take its size from the nodes above it.
 */
export async function withFeet(bytes: Uint8Array, feet: Uint8Array): Promise<Uint8Array> {
  const [pdf, drawn, shown] = [await PDF.load(bytes), await PDF.load(feet), await openPdfFile(bytes)]
  try {
    for (const [at, page] of pdf.getPages().entries()) {
      const foot = await pdf.embedPage(drawn, at)
      const seen = await shown.getPage(at + 1)
      const view = seen.getViewport({ scale: 1 })
      const [x, y] = view.convertToPdfPoint((view.width - foot.width) / 2, view.height - ABOVE_EDGE) as [number, number]
      keepResources(pdf, page)
      page.drawPage(foot, { x, y, rotate: seen.rotate })
    }
    return await pdf.save()
  } finally {
    await shown.loadingTask.destroy()
  }
}

const DEEPEST = 60

/** Fonts and pictures that a page takes from a node above it become its own: libpdf gives it empty ones to draw with, which hide them. */
function keepResources(pdf: PDF, page: PDFPage): void {
  const resolve = pdf.getObject.bind(pdf)
  let node: PdfDict | undefined = page.dict
  for (let depth = 0; node && !node.has('Resources') && depth < DEEPEST; depth++) node = node.getDict('Parent', resolve)
  const found = node?.get('Resources')
  if (found) page.dict.set('Resources', found)
}
