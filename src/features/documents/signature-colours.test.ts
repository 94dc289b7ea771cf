import { crc32, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { PERSON, SEAL } from '../../../test/harness/keys.ts'
import { openKeyFile, signPdf } from '../../formats/pades/sign.ts'
import { IDENTITY, type Matrix, multiply } from '../../formats/pdf/matrix.ts'
import { openPdfFile, pdfjs } from '../../formats/pdf/pdfjs.ts'
import { findPlaces, inFile } from '../../formats/pdf/places-to-sign.ts'
import { composePaper } from './compose.ts'
import { review } from './fixtures/sample-papers.ts'
import { type Art, personArt, sealArt } from './signature-art.ts'
import { typesetArt, typesetPaper } from './typst.ts'

/**
 * What the signed file itself draws, read back as a reader does: the person's picture in its blue, the seal in its red over a third of
 * it to the left, both seen through where nothing is drawn (NĐ 30/2020/NĐ-CP, Phụ lục I, 7c and 8).
 */
const BLUE = [0x1f, 0x3f, 0xbf] as const
const RED = [0xd0, 0x12, 0x1b] as const

const SIDE = 60
/** As narrow as a signature gets. */
const PICTURE = { width: SIDE, height: SIDE }

/** A PNG of one colour within, and nothing at its rim. */
function disc(colour: readonly number[]): Uint8Array {
  const [side, radius] = [SIDE, 28]
  const rows = Array.from({ length: side }, (_, y) => [
    0,
    ...Array.from({ length: side }, (_dot, x) => [...colour, Math.hypot(x - side / 2, y - side / 2) < radius ? 255 : 0]).flat(),
  ])
  const size = Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 6, 0, 0, 0])
  const parts = [chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.from(rows.flat()))), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]))
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

type Drawn = { left: number; right: number; middle: number; colours: string[]; seenThrough: boolean }
type Picture = { width: number; height: number; data: Uint8Array }

/** Every picture on a page, counted from 0, those of its signatures last, in the order of drawing. */
async function picturesOn(bytes: Uint8Array, place: number): Promise<Drawn[]> {
  const [{ OPS }, pdf] = [await pdfjs(), await openPdfFile(bytes)]
  const page = await pdf.getPage(place + 1)
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 1 })
  const kept: Matrix[] = []
  const drawn: Drawn[] = []
  let at: Matrix = IDENTITY
  for (const [nth, operator] of fnArray.entries()) {
    const given = argsArray[nth] as unknown[]
    if ([OPS.save, OPS.paintFormXObjectBegin, OPS.beginAnnotation].includes(operator)) kept.push(at)
    if (operator === OPS.beginAnnotation) at = multiply(multiply(at, given[2] as Matrix), given[3] as Matrix)
    if (operator === OPS.paintFormXObjectBegin && given[0]) at = multiply(at, given[0] as Matrix)
    if (operator === OPS.transform) at = multiply(at, given as unknown as Matrix)
    if ([OPS.restore, OPS.paintFormXObjectEnd, OPS.endAnnotation].includes(operator)) at = kept.pop()!
    if (operator === OPS.paintImageXObject) drawn.push(told(page.objs.get(String(given[0])) as Picture, at))
  }
  return drawn
}

/** The colours of what is wholly drawn; four bytes a dot. */
function told({ data }: Picture, [width, , , , left]: Matrix): Drawn {
  const dots = Array.from({ length: data.length / 4 }, (_, at) => [...data.subarray(at * 4, at * 4 + 4)])
  const colours = [...new Set(dots.filter(dot => dot[3] === 255).map(dot => dot.slice(0, 3).join(' ')))]
  return { left, right: left + width, middle: left + width / 2, colours, seenThrough: dots.some(dot => dot[3] === 0) }
}

const shown = ({ box, items }: Art, picture: Uint8Array, upright: Matrix) => ({
  page: box.page,
  ...inFile(box, upright),
  size: [box.width, box.height] as const,
  art: typesetArt({ box, items }, picture),
  parts: items.map(item => ({ x: item.x, y: box.height - item.y - item.height })),
})

describe('a paper that a person has signed and the clerk has sealed', () => {
  let [person, seal]: Drawn[] = []
  let name = { x: 0, width: 0 }

  beforeAll(async () => {
    const sheet = review('nd30')
    const bytes = typesetPaper(composePaper({ ...sheet, number: '', date: null }), 'nd30', new Date(0))
    const { rooms, pages } = await findPlaces(bytes, [sheet.signatures[0]!.name])
    const room = rooms[0]!
    const { upright } = pages[room.free.page]!
    const at = new Date('2026-06-16T03:00:00Z')
    const [own, body] = await Promise.all(
      [PERSON, SEAL].map(({ keyFile, password }) => openKeyFile(Buffer.from(keyFile, 'base64'), password)),
    )
    const signed = await signPdf(bytes, { key: own!, at, seen: shown(personArt(room, PICTURE), disc(BLUE), upright) })
    const [over] = (await findPlaces(signed, [sheet.signatures[0]!.name])).rooms
    const look = sealArt(over!, ['Sơn Hà', '10:00'], true)
    const sealed = await signPdf(signed, { key: body!, at, seen: shown(look, disc(RED), upright) })
    ;[person, seal] = (await picturesOn(sealed, room.free.page)).slice(-2)
    name = room.name
  })

  it('shows the signature in its blue, in the middle over the name', () => {
    expect(person).toMatchObject({ colours: [BLUE.join(' ')], seenThrough: true })
    expect(Math.abs(person!.middle - name.x - name.width / 2)).toBeLessThan(1)
  })

  it('shows the seal in its red over a third of the signature, to the left', () => {
    expect(seal).toMatchObject({ colours: [RED.join(' ')], seenThrough: true })
    expect(seal!.left).toBeLessThan(person!.left)
    expect((seal!.right - person!.left) / (person!.right - person!.left)).toBeCloseTo(1 / 3, 2)
  })
})
