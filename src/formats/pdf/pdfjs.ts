import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PDFDocumentProxy } from 'pdfjs-dist'

type PdfJs = typeof import('pdfjs-dist')

let loaded: Promise<PdfJs> | null = null

/** pdf.js as Mozilla builds it for Node, loaded when a PDF is first opened. */
export const pdfjs = (): Promise<PdfJs> => (loaded ??= load())

function load(): Promise<PdfJs> {
  // pdf.js makes one matrix for drawing while it is loaded. The package that brings it is optional, and nothing is drawn here.
  globalThis.DOMMatrix ??= Object as unknown as typeof DOMMatrix
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** The programs with which pdf.js unpacks CCITT, JBIG2 and JPEG 2000. */
const wasmUrl = () => join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'wasm') + sep

/** `pictures`: unpack pictures of every packing, none of them with more dots than so many. */
export type PdfOptions = { pictures?: { mostDots: number } }

/** Opens a PDF; pdf.js takes the buffer it is given for itself. */
export async function openPdfFile(bytes: Uint8Array, { pictures }: PdfOptions = {}): Promise<PDFDocumentProxy> {
  const { getDocument } = await pdfjs()
  const unpacking = pictures ? { maxImageSize: pictures.mostDots, wasmUrl: wasmUrl() } : {}
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, ...unpacking }).promise
}
