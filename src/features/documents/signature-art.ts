import type { Box, Room } from '../../formats/pdf/places-to-sign.ts'

type Part = { x: number; y: number; width: number; height: number }

/** What a signature shows at its place: pictures and words, in points from the upper left corner of `box`. */
export type ArtItem =
  | (Part & { kind: 'picture' })
  | (Part & { kind: 'words'; text: string; size: number; italic?: boolean; right?: boolean })
export type Art = { box: Box; items: ArtItem[] }

/** A stamp of a body is 36 mm wide (TT 01/2019/TT-BNV shows it in its real size). */
const SEAL = 102
/** Of the small lines under a name. */
const LINE = 8.5
/** The person's picture, as large as it fits and centred between office and name (NĐ 30/2020/NĐ-CP, Phụ lục I, 7c). */
export function personArt({ free }: Room, picture: { width: number; height: number }): Art {
  const scale = Math.min(free.width / picture.width, free.height / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale }
  const box = { page: free.page, x: free.x + (free.width - size.width) / 2, y: free.y + (free.height - size.height) / 2, ...size }
  return { box, items: [{ kind: 'picture', x: 0, y: 0, ...size }] }
}

/**
 * The body's seal: over a third of the person's signature, to its left (Phụ lục I, 8), in its real size; under the name who
 * signed and when (TT 01/2019/TT-BNV, Điều 13).
 */
export function sealArt({ free, name, signature }: Room, told: string[], pictured: boolean): Art {
  const under = signature ?? free
  const left = under.x + under.width / 3 - SEAL
  const top = under.y + under.height / 2 - SEAL / 2
  const [right, below] = [free.x + free.width, name.y + name.height + 3]
  const bottom = Math.max(top + SEAL, below + LINE * told.length)
  const box = { page: free.page, x: left, y: top, width: right - left, height: bottom - top }
  const words = told.map((text, nth): ArtItem => {
    const at = { x: free.x - left, y: below - top + LINE * nth, width: free.width, height: LINE }
    return { kind: 'words', ...at, text, size: 7 }
  })
  return { box, items: [...(pictured ? [{ kind: 'picture' as const, x: 0, y: 0, width: SEAL, height: SEAL }] : []), ...words] }
}

type Numbered = { number: string; day: string; month: string }

/** Number and day in the blanks that the frozen paper has left for them. */
export function numberArt(blanks: { number: Box; day: Box; month: Box; size: number }, filled: Numbered): Art {
  const boxes = [blanks.number, blanks.day, blanks.month]
  const [x, y] = [Math.min(...boxes.map(one => one.x)), Math.min(...boxes.map(one => one.y))]
  const [right, bottom] = [Math.max(...boxes.map(one => one.x + one.width)), Math.max(...boxes.map(one => one.y + one.height))]
  const at = (box: Box, text: string, italic: boolean): ArtItem => {
    // A hair less than the blank, so that no rounding touches the words beside it.
    const part = { x: box.x - x + 0.5, y: box.y - y, width: box.width - 1, height: box.height }
    return { kind: 'words', ...part, text, size: blanks.size, italic, right: !italic }
  }
  return {
    box: { page: 0, x, y, width: right - x, height: bottom - y },
    items: [at(blanks.number, filled.number, false), at(blanks.day, filled.day, true), at(blanks.month, filled.month, true)],
  }
}
