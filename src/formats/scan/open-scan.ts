import { type PageMarks, type PlacedImage, readPageMarks } from '../pdf/page-marks.ts'
import { openPdfFile } from '../pdf/pdfjs.ts'
import { sniffPicture } from '../photo/kinds.ts'
import { viewOf } from '../photo/parts.ts'
import { Unreadable } from '../source.ts'
import { blankPage, lay, toPgm, type Unpacked } from './grey-page.ts'
import { pdfOfJpeg } from './pdf-of-picture.ts'
import { sizeOfPicture } from './picture-file.ts'
import { type ReadWord, readLetters } from './read-letters.ts'

/** A page that was read: points, y downwards. What was printed as text in the file has `sure` 100. */
export type ScannedPage = { number: number; width: number; height: number; words: ReadWord[] }

/** A scanned PDF or a photo of a page, whose pages are read one by one. */
export type Scan = { pages: number; page: (number: number) => Promise<ScannedPage>; close: () => Promise<void> }

/** More pages are handed in as several files: they would be read for a quarter of an hour and longer. */
export const MOST_PAGES = 100
/** A page of A4 at 600 dots an inch has 35 million dots. */
const MOST_DOTS = 50_000_000
/** Measured on a gazette of 220 dots an inch: letters of 13 and 14 pt are read best at 160, and worse at 200 and 300. */
const FINEST = 160 / 72
/** A page with so many letters is printed as text, whatever picture lies under it. */
const LETTERS_OF_A_PAGE = 200
const A4 = { short: 595, long: 842 }

/**
 * Opens a scan without reading it yet.
 * @throws Unreadable 'scan-long', 'scan-fine' (too many dots), 'scan-packed' (a way of packing that is not known), 'corrupt'
 */
export async function openScan(bytes: Uint8Array): Promise<Scan> {
  const kind = sniffPicture(bytes)
  if (kind === 'jpeg' || kind === 'png') return openPhoto(kind, bytes)
  if (kind !== null) throw new Unreadable('scan-packed', kind)
  return openPdf(bytes)
}

/** A photo of a page of A4. */
async function openPhoto(kind: 'jpeg' | 'png', bytes: Uint8Array): Promise<Scan> {
  const size = sizeOfPicture(kind, bytes)
  if (!size) throw new Unreadable('not-a-picture')
  if (size.width * size.height > MOST_DOTS) throw new Unreadable('scan-fine')
  const [width, height] = size.turned > 4 ? [size.height, size.width] : [size.width, size.height]
  const dotsPerPoint = width / (width > height ? A4.long : A4.short)
  const paper = { width: width / dotsPerPoint, height: height / dotsPerPoint }
  if (kind === 'jpeg') return openPdf(pdfOfJpeg(bytes, size, paper))
  const page = async (number: number) => ({ number, ...paper, words: await readLetters({ bytes, dotsPerPoint, turned: 1 }) })
  return { pages: 1, page, close: async () => undefined }
}

type Document = Awaited<ReturnType<typeof openPdfFile>>
type Page = Awaited<ReturnType<Document['getPage']>>

const openDocument = async (bytes: Uint8Array): Promise<Document> => {
  try {
    return await openPdfFile(bytes, { pictures: { mostDots: MOST_DOTS } })
  } catch (error) {
    throw new Unreadable('corrupt', error instanceof Error ? error.message : '')
  }
}

/** How far apart the two may stand in one dictionary. */
const NEAR = 400

/**
 * pdf.js leaves out a picture with too many dots without a word. The dictionary of a picture is never packed itself
 * (ISO 32000-1, 7.5.7), so that its size is seen before anything is unpacked.
 */
function refuseTooFine(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  for (const { 1: width, index } of text.matchAll(/\/Width\s+(\d+)/g)) {
    const height = /\/Height\s+(\d+)/.exec(text.slice(Math.max(0, index - NEAR), index + NEAR))?.[1]
    if (height && Number(width) * Number(height) > MOST_DOTS) throw new Unreadable('scan-fine')
  }
  for (let at = text.indexOf(START_OF_JPEG_2000); at >= 0; at = text.indexOf(START_OF_JPEG_2000, at + 1))
    if (dotsOfJpeg2000(bytes, at) > MOST_DOTS) throw new Unreadable('scan-fine')
}

/** A JPEG 2000 picture says itself how large it is, whatever its dictionary says: its first two markers, SOC and SIZ (ITU T.800, A.5.1). */
const START_OF_JPEG_2000 = '\xff\x4f\xff\x51'

function dotsOfJpeg2000(bytes: Uint8Array, at: number): number {
  if (at + 24 > bytes.length) return 0
  const view = viewOf(bytes.subarray(at))
  // Other bytes can look like the markers; what follows them, a length and the capabilities, is below 256 in the pictures of scanners.
  if (view.getUint8(4) !== 0 || view.getUint8(6) !== 0) return 0
  const [right, bottom, left, top] = [view.getUint32(8), view.getUint32(12), view.getUint32(16), view.getUint32(20)]
  return (right - left) * (bottom - top)
}

async function openPdf(bytes: Uint8Array): Promise<Scan> {
  refuseTooFine(bytes)
  const pdf = await openDocument(bytes)
  const close = () => pdf.loadingTask.destroy()
  if (pdf.numPages > MOST_PAGES) {
    await close()
    throw new Unreadable('scan-long', `${pdf.numPages} pages`)
  }
  const page = async (number: number): Promise<ScannedPage> => {
    const own = await pdf.getPage(number)
    try {
      const marks = await readPageMarks(own, await own.getOperatorList({ annotationMode: NO_ANNOTATIONS }))
      return { number, width: marks.width, height: marks.height, words: await wordsOn(own, marks) }
    } finally {
      own.cleanup()
    }
  }
  return { pages: pdf.numPages, page, close }
}

const NO_ANNOTATIONS = 0

async function wordsOn(page: Page, marks: PageMarks): Promise<ReadWord[]> {
  const printed = marks.words.map(word => ({ ...word, sure: 100 }))
  const letters = printed.reduce((sum, word) => sum + (word.text.match(/\p{L}/gu)?.length ?? 0), 0)
  if (letters >= LETTERS_OF_A_PAGE || marks.images.length === 0) return printed
  const pictures = await Promise.all(marks.images.map(async image => ({ image, unpacked: await unpack(page, image) })))
  const finest = Math.max(...pictures.map(({ image, unpacked }) => finenessOf(unpacked, image)))
  const roomy = Math.sqrt(MOST_DOTS / (marks.width * marks.height))
  const grey = blankPage(marks.width, marks.height, Math.min(finest, FINEST, roomy))
  for (const { image, unpacked } of pictures) lay(grey, unpacked, image.place)
  return [...printed, ...(await readLetters({ bytes: toPgm(grey), dotsPerPoint: grey.dotsPerPoint, turned: 1 }))]
}

const finenessOf = ({ width }: Unpacked, { place }: PlacedImage): number => width / Math.max(1, Math.hypot(place[0], place[1]))

type Held = { width?: number; height?: number; kind?: number; data?: unknown } | null
type Store = { get: (id: string, take: (held: Held) => void) => void }

/** pdf.js' ImageKind. */
const DEPTHS = new Map<unknown, Unpacked['depth']>([
  [1, 1],
  [2, 3],
  [3, 4],
])

/** The dots of a picture, waited for where pdf.js still unpacks them. */
async function unpack(page: Page, { what, stencil }: PlacedImage): Promise<Unpacked> {
  const fetch = (id: string) =>
    new Promise<Held>(resolve => {
      const store: unknown = id.startsWith('g_') ? page.commonObjs : page.objs
      ;(store as Store).get(id, resolve)
    })
  let held = typeof what === 'string' ? await fetch(what) : (what as Held)
  if (held && typeof held.data === 'string') held = { ...held, ...(await fetch(held.data)) }
  const depth = stencil ? 'stencil' : DEPTHS.get(held?.kind)
  const { width, height, data } = held ?? {}
  const dots = data instanceof Uint8Array || data instanceof Uint8ClampedArray ? data : null
  if (!width || !height || !dots || !depth) throw new Unreadable('scan-packed')
  return { width, height, depth, data: dots }
}
