import type { PictureSize } from './picture-file.ts'

/** How the unit square stands on a page of one by one, for each way that a camera lay; a mirrored picture is taken as a straight one. */
const PLACES: Record<number, readonly number[]> = {
  3: [-1, 0, 0, -1, 1, 1],
  4: [-1, 0, 0, -1, 1, 1],
  5: [0, -1, 1, 0, 0, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, -1, 0, 1, 0],
  8: [0, 1, -1, 0, 1, 0],
}
const UPRIGHT = [1, 0, 0, 1, 0, 0]

/** A PDF of one upright page that shows a photo and nothing else, so that it is unpacked like every scan. Sizes in points. */
export function pdfOfJpeg(
  bytes: Uint8Array,
  { width, height, turned, colours }: PictureSize,
  page: { width: number; height: number },
) {
  const [a, b, c, d, e, f] = PLACES[turned] ?? UPRIGHT
  const place = [a! * page.width, b! * page.height, c! * page.width, d! * page.height, e! * page.width, f! * page.height]
  const space = colours === 1 ? 'DeviceGray' : colours === 4 ? 'DeviceCMYK' : 'DeviceRGB'
  const dictionary = `/Width ${width} /Height ${height} /ColorSpace /${space} /BitsPerComponent 8 /Filter /DCTDecode`
  return pdfOfPicture({ dictionary, bytes }, page, place)
}

/** A PDF of one page with one picture at its place; `shared` becomes object 6, to which the picture may refer. */
export function pdfOfPicture(
  picture: { dictionary: string; bytes: Uint8Array },
  page: { width: number; height: number },
  place: readonly number[],
  shared?: Uint8Array,
): Uint8Array {
  const content = `q ${place.map(one => one.toFixed(2)).join(' ')} cm /P Do Q`
  const stream = (dictionary: string, bytes: Uint8Array) => [
    `<< ${dictionary} /Length ${bytes.length} >>\nstream\n`,
    bytes,
    '\nendstream',
  ]
  return written([
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R `,
      '/Resources << /XObject << /P 5 0 R >> >> >>',
    ],
    stream('', Buffer.from(content)),
    stream(`/Type /XObject /Subtype /Image ${picture.dictionary}`, picture.bytes),
    ...(shared ? [stream('', shared)] : []),
  ])
}

function written(objects: readonly (string | Uint8Array)[][]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const starts: number[] = []
  let at = parts[0]!.length
  const add = (part: string | Uint8Array) => {
    const bytes = Buffer.from(part)
    parts.push(bytes)
    at += bytes.length
  }
  for (const [i, object] of objects.entries()) {
    starts.push(at)
    for (const part of [`${i + 1} 0 obj\n`, ...object, '\nendobj\n']) add(part)
  }
  const table = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`)
  return Buffer.concat(parts)
}
