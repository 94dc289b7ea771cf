import type { PDFPageProxy } from 'pdfjs-dist'
import { findSegments, type Segment } from './lines.ts'
import { apply, IDENTITY, inverse, type Matrix } from './matrix.ts'
import { readPageMarks } from './page-marks.ts'
import { openPdfFile } from './pdfjs.ts'
import type { Word } from './shown-words.ts'

/** A part of a page, counted from 0; points from its upper left corner, y downwards. */
export type Box = { page: number; x: number; y: number; width: number; height: number }

/** The blanks of a paper whose number and day were left open; null where the paper prints none. `size` is that of the letters. */
export type Blanks = { number: Box; day: Box; month: Box; size: number } | null

/** Where a person signs: between the office and the name; `name` is where the name stands, `signature` what is seen there already. */
export type Room = { free: Box; name: Box; signature: Box | null }

export type PlacesToSign = { blanks: Blanks; rooms: (Room | null)[]; pages: Laid[] }
/** A page as it is read, upright, and how the file's own counting leads there. */
type Laid = { width: number; height: number; upright: Matrix }

const NO_ANNOTATIONS = 0

/** Finds the blanks of number and day on the first page, and the room over each of the names, searched from the end. */
export async function findPlaces(bytes: Uint8Array, names: readonly string[]): Promise<PlacesToSign> {
  const pdf = await openPdfFile(bytes)
  try {
    const pages: Laid[] = []
    const rooms: (Room | null)[] = names.map(() => null)
    let blanks: Blanks = null
    for (let at = 0; at < pdf.numPages; at++) {
      const page = await pdf.getPage(at + 1)
      const marks = await readPageMarks(page, await page.getOperatorList({ annotationMode: NO_ANNOTATIONS }))
      pages.push({ width: marks.width, height: marks.height, upright: marks.upright })
      if (at === 0) blanks = blanksIn(marks.words)
      const segments = findSegments(marks.words)
      // The last page on which the name stands is that of the signature.
      const seen = names.length > 0 ? await signaturesOn(page, marks.upright, at) : []
      for (const [nth, name] of names.entries()) rooms[nth] = roomOver(name, segments, seen, at) ?? rooms[nth]!
      page.cleanup()
    }
    return { blanks, rooms, pages }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

const sameLine = (a: Word, b: Word): boolean => Math.abs(a.y - b.y) < 0.3 * a.size

/** "Số:      /BC-…" and "ngày      tháng      năm 2026": white between two words of one line. */
export function blanksIn(words: readonly Word[]): Blanks {
  const ink = words.filter(word => word.text.trim() !== '')
  const between = (from: RegExp, to: RegExp): Box | null => {
    for (const word of ink.filter(one => from.test(one.text))) {
      const next = ink.filter(one => sameLine(word, one) && one.x0 > word.x0).toSorted((a, b) => a.x0 - b.x0)[0]
      if (next && to.test(next.text) && next.x0 > word.x1)
        return { page: 0, x: word.x1, y: word.y - word.size, width: next.x0 - word.x1, height: 1.3 * word.size }
    }
    return null
  }
  const [number, day, month] = [between(/^Số:?$/, /^[/-]/), between(/^ngày$/, /^tháng$/), between(/^tháng$/, /^năm$/)]
  return number && day && month ? { number, day, month, size: number.height / 1.3 } : null
}

/** Where signatures are seen on a page, in the order of their fields. */
async function signaturesOn(page: PDFPageProxy, upright: Matrix, place: number): Promise<Box[]> {
  const widgets = (await page.getAnnotations()).filter(one => one.fieldType === 'Sig')
  const boxes = widgets.map(({ rect: [left, low, right, high] }): Box => {
    const [x, y, end, bottom] = spanned(apply(upright, left, low), apply(upright, right, high))
    return { page: place, x, y, width: end - x, height: bottom - y }
  })
  return boxes.filter(box => box.width > 0 && box.height > 0)
}

type Point = readonly [x: number, y: number]
export type Rect = readonly [left: number, bottom: number, right: number, top: number]
const spanned = ([ax, ay]: Point, [bx, by]: Point): Rect => [
  Math.min(ax, bx),
  Math.min(ay, by),
  Math.max(ax, bx),
  Math.max(ay, by),
]

/** The same box as the file counts it; `turn`: by how many quarters what stands in it is turned there, so that it is read upright. */
export function inFile({ x, y, width, height }: Box, upright: Matrix): { rect: Rect; turn: number } {
  const back = inverse(upright) ?? IDENTITY
  const turn = Math.round(Math.atan2(back[1], back[0]) / (Math.PI / 2))
  return { rect: spanned(apply(back, x, y), apply(back, x + width, y + height)), turn: (turn + 4) % 4 }
}

/** Boxes of one place touch by rounding. */
const ROUNDING = 1
const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - ROUNDING &&
  inner.y >= outer.y - ROUNDING &&
  inner.x + inner.width <= outer.x + outer.width + ROUNDING &&
  inner.y + inner.height <= outer.y + outer.height + ROUNDING

const middle = ({ x0, x1 }: Segment): number => (x0 + x1) / 2
/** An office stands so far above its name at most, and so far beside its middle. */
const FARTHEST = 160
const BESIDE = 45

/** Between a name and the nearest line above it that is centred over it. */
export function roomOver(name: string, segments: readonly Segment[], seen: readonly Box[], page: number): Room | null {
  const own = segments.findLast(segment => segment.text === name)
  if (!own) return null
  const above = segments.filter(
    one => one.bottom <= own.top && own.top - one.bottom < FARTHEST && Math.abs(middle(one) - middle(own)) < BESIDE,
  )
  const office = above.toSorted((a, b) => b.bottom - a.bottom)[0]
  if (!office) return null
  const box = (x: number, y: number, width: number, height: number): Box => ({ page, x, y, width, height })
  const width = 142
  const free = box(middle(own) - width / 2, office.bottom, width, own.top - office.bottom)
  return {
    free,
    signature: seen.findLast(one => isWithin(one, free)) ?? null,
    name: box(own.x0, own.top, own.x1 - own.x0, own.bottom - own.top),
  }
}
