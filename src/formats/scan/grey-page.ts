import { inverse, type Matrix, multiply } from '../pdf/matrix.ts'

/** The picture of a page in grey, one byte a dot, 255 is white; `dotsPerPoint` tells how fine it is. */
export type GreyPage = { width: number; height: number; dots: Uint8Array; dotsPerPoint: number }

/**
 * A picture as pdf.js has unpacked it. `depth`: 1 bit a dot (1 is white), 3 bytes (red, green, blue), 4 bytes (and how opaque),
 * or a stencil of 1 bit a dot, through which 0 is painted black.
 */
export type Unpacked = { width: number; height: number; depth: 1 | 3 | 4 | 'stencil'; data: Uint8Array | Uint8ClampedArray }

export function blankPage(width: number, height: number, dotsPerPoint: number): GreyPage {
  const size = { width: Math.max(1, Math.round(width * dotsPerPoint)), height: Math.max(1, Math.round(height * dotsPerPoint)) }
  return { ...size, dots: new Uint8Array(size.width * size.height).fill(255), dotsPerPoint }
}

/** Lays a picture on the page. `place` takes the unit square, in which a PDF draws every picture, to points with y downwards. */
export function lay(page: GreyPage, picture: Unpacked, place: Matrix): void {
  const { width, height, dotsPerPoint: fine } = page
  // From the picture's own dots, counted from its upper left corner, to those of the page.
  const from = multiply(multiply([fine, 0, 0, fine, 0, 0], place), [1 / picture.width, 0, 0, -1 / picture.height, 0, 1])
  const back = inverse(from)
  if (!back) return
  const corners = [0, picture.width].flatMap(x => [0, picture.height].map(y => [x, y] as const))
  const xs = corners.map(([x, y]) => from[0] * x + from[2] * y + from[4])
  const ys = corners.map(([x, y]) => from[1] * x + from[3] * y + from[5])
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(width, Math.ceil(Math.max(...xs)))]
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(height, Math.ceil(Math.max(...ys)))]
  const see = eyeOf(picture)
  const many = Math.max(1, Math.ceil(Math.hypot(back[0], back[1]) - 0.05))
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = y * width + x
      page.dots[at] = mean(back, [x, y], many, (u, v) => see(u, v, page.dots[at]!)) ?? page.dots[at]!
    }
}

/** The mean of `many` × `many` looks at the picture within one dot of the page; null beside the picture. */
function mean(back: Matrix, [x, y]: readonly [number, number], many: number, look: (u: number, v: number) => number | null) {
  let [sum, seen] = [0, 0]
  for (let row = 0; row < many; row++)
    for (let column = 0; column < many; column++) {
      const [px, py] = [x + (column + 0.5) / many, y + (row + 0.5) / many]
      const grey = look(back[0] * px + back[2] * py + back[4], back[1] * px + back[3] * py + back[5])
      if (grey === null) continue
      sum += grey
      seen++
    }
  return seen === 0 ? null : Math.round(sum / seen)
}

type Eye = (u: number, v: number, under: number) => number | null

/** The grey of a picture at a place, over what is under it; null beside the picture. */
function eyeOf(picture: Unpacked): Eye {
  const one = dotOf(picture)
  const { width, height } = picture
  return (u, v, under) => (u < 0 || v < 0 || u >= width || v >= height ? null : one(Math.floor(u), Math.floor(v), under))
}

function dotOf({ width, depth, data }: Unpacked): (x: number, y: number, under: number) => number {
  if (depth === 1 || depth === 'stencil') {
    const row = Math.ceil(width / 8)
    const bit = (x: number, y: number) => (data[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1
    return depth === 1 ? (x, y) => 255 * bit(x, y) : (x, y, under) => (bit(x, y) === 0 ? 0 : under)
  }
  return (x, y, under) => {
    const at = (y * width + x) * depth
    const grey = (77 * data[at]! + 151 * data[at + 1]! + 28 * data[at + 2]!) >> 8
    if (depth === 3) return grey
    const opaque = data[at + 3]!
    return Math.round((grey * opaque + under * (255 - opaque)) / 255)
  }
}

/** As a file that the reader of letters opens (Netpbm, P5). */
export function toPgm({ width, height, dots }: GreyPage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  return Buffer.concat([head, dots])
}
