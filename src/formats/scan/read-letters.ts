import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import type { Word } from '../pdf/shown-words.ts'
import { Unreadable } from '../source.ts'

/** A word that was read from a picture; `sure` is 0 to 100. */
export type ReadWord = Word & { sure: number }

/** The picture of one page as a file (PGM, JPEG, PNG). `turned` is how a camera lay, as EXIF counts it (1 is upright). */
export type Picture = { bytes: Uint8Array; dotsPerPoint: number; turned: number }

type Api = {
  Init: (folder: string, language: string, engine: number) => number
  SetImageFile: (turned: number, angle: number) => number
  SetSourceResolution: (dotsPerInch: number) => void
  Recognize: (monitor: null) => number
  GetHOCRText: (page: number) => string
  Clear: () => void
}
type Core = {
  FS: { writeFile: (path: string, bytes: Uint8Array) => void; unlink: (path: string) => void }
  TessBaseAPI: new () => Api
}

/** The neural reader alone (Tesseract's LSTM). */
const LSTM = 1

let opened: Promise<{ core: Core; api: Api }> | null = null

/** Tesseract as WebAssembly with its Vietnamese letters, both from the packages that came with the product: nothing is fetched. */
async function open(): Promise<{ core: Core; api: Api }> {
  const require = createRequire(import.meta.url)
  const start: (options: object) => Promise<Core> = require('tesseract.js-core/tesseract-core-simd-lstm.js')
  const core = await start({ print: () => undefined, printErr: () => undefined })
  const letters = await readFile(require.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz'))
  core.FS.writeFile('/vie.traineddata', gunzipSync(letters))
  const api = new core.TessBaseAPI()
  if (api.Init('/', 'vie', LSTM) !== 0) throw new Error('Tesseract does not start')
  return { core, api }
}

/**
 * Reads the letters of one page: some seconds of one processor, about 200 MB.
 * @throws Unreadable 'not-a-picture' where the bytes are no whole picture
 */
export async function readLetters({ bytes, dotsPerPoint, turned }: Picture): Promise<ReadWord[]> {
  const { core, api } = await (opened ??= open())
  core.FS.writeFile('/input', bytes)
  try {
    if (api.SetImageFile(turned, 0) !== 0) throw new Unreadable('not-a-picture')
    api.SetSourceResolution(Math.round(dotsPerPoint * 72))
    if (api.Recognize(null) !== 0) throw new Unreadable('not-a-picture')
    return wordsOf(api.GetHOCRText(0), dotsPerPoint)
  } finally {
    api.Clear()
    core.FS.unlink('/input')
  }
}

/** A line about which the reader is less sure is specks, a stamp or the frame of a table, and no words. */
const LEAST_SURE = 35

type Line = {
  left: number
  bottom: number
  slope: number
  lift: number
  size: number
  words: { box: number[]; sure: number; text: string }[]
}

/** hOCR (kba.github.io/hocr-spec): lines with their baseline, words with their box and how sure the reader is. */
export function wordsOf(hocr: string, dotsPerPoint: number): ReadWord[] {
  const lines: Line[] = []
  let text: string | null = null
  const parser = new SaxesParser()
  parser.on('opentag', ({ attributes }) => {
    const [kind, title] = [attributes['class'] ?? '', attributes['title'] ?? '']
    if (/^ocr_(line|textfloat|header|caption)$/.test(kind)) lines.push(lineOf(title))
    if (kind !== 'ocrx_word' || lines.length === 0) return
    lines.at(-1)!.words.push({ box: numbers(title, 'bbox'), sure: numbers(title, 'x_wconf')[0] ?? 0, text: '' })
    text = ''
  })
  parser.on('text', more => {
    if (text !== null) text += more
  })
  parser.on('closetag', () => {
    const word = lines.at(-1)?.words.at(-1)
    if (text !== null && word) word.text = text.trim()
    text = null
  })
  parser.write(hocr).close()
  const usual = median(lines.map(line => line.size))
  return lines.filter(isWritten).flatMap(line => placed(line, usual, dotsPerPoint))
}

const isWritten = ({ words }: Line): boolean => words.reduce((sum, word) => sum + word.sure - LEAST_SURE, 0) > 0

const numbers = (title: string, name: string): number[] =>
  (new RegExp(`${name}((?: -?[\\d.]+)+)`).exec(title)?.[1] ?? '').trim().split(' ').map(Number)

function lineOf(title: string): Line {
  const [left = 0, , , bottom = 0] = numbers(title, 'bbox')
  const [slope = 0, lift = 0] = numbers(title, 'baseline')
  return { left, bottom, slope, lift, size: numbers(title, 'x_size')[0] ?? 0, words: [] }
}

const median = (sizes: readonly number[]): number => sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0

/** How high letters were measured swings with their marks: what is near the usual size of the page has that. */
const NEAR = 0.35
/** So many em at least are white between two words of a line. */
const WHITE = 0.22

function placed(line: Line, usual: number, dotsPerPoint: number): ReadWord[] {
  const dots = Math.abs(line.size - usual) < NEAR * usual ? usual : line.size
  const size = dots / dotsPerPoint
  const words = line.words.filter(word => word.text !== '')
  return words.map(({ box, sure, text }, at) => {
    const [x0 = 0, , x1 = 0] = box
    const next = words[at + 1]?.box[0] ?? Number.POSITIVE_INFINITY
    const y = line.bottom + line.lift + line.slope * (x0 - line.left)
    const end = Math.max(x0, Math.min(x1, next - WHITE * dots))
    return { text, sure, x0: x0 / dotsPerPoint, x1: end / dotsPerPoint, y: y / dotsPerPoint, size, font: '', turn: 0, angle: 0 }
  })
}
