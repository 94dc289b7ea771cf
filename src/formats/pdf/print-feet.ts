import { PDF } from '@libpdf/core'

/** How far from the lower edge a foot stands, in points: within the margin of any paper, within what printers can reach. */
const ABOVE_EDGE = 22

/** A copy for the printer with a foot on each page: `feet` is a PDF of one small page for each of them. The file itself stays as it is. */
export async function withFeet(bytes: Uint8Array, feet: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const drawn = await PDF.load(feet)
  for (const [at, page] of pdf.getPages().entries()) {
    const foot = await pdf.embedPage(drawn, at)
    page.drawPage(foot, { x: (page.width - foot.width) / 2, y: ABOVE_EDGE })
  }
  return pdf.save()
}
