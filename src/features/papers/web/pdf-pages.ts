import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url'
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url'

export type { PDFDocumentProxy }

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href

/** The programs that unpack pictures as scanners pack them (CCITT, JBIG2; JPEG 2000), under the names that the build gave them. */
const PROGRAMS = new Map([
  ['jbig2.wasm', jbig2],
  ['openjpeg.wasm', openjpeg],
])

class OwnPrograms {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = PROGRAMS.get(filename)
    if (!url) throw new Error(`no program ${filename}`)
    const response = await fetch(url)
    return new Uint8Array(await response.arrayBuffer())
  }
}

export const openPages = (data: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data, verbosity: 0, useWorkerFetch: false, BinaryDataFactory: OwnPrograms, wasmUrl: '/' }).promise
