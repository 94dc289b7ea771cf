import { describe, expect, it } from 'vitest'
import { readFile } from '../read-file.ts'
import { hollowScan, type Packing, packedScan, photoOfPage, scannedProgramme } from './fixtures/scans.ts'
import { blankPage, lay } from './grey-page.ts'
import { openScan, type ScannedPage } from './open-scan.ts'
import { wordsOf } from './read-letters.ts'
import { doubtfulWords, readScan, sourceOfScan } from './source-of-scan.ts'

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'read',
    error => (error as { code?: unknown }).code,
  )

describe('a scan', () => {
  it('is told from a file with a text of its own, a PDF as a photo', async () => {
    expect(await codeOf(readFile({ name: 'quet.pdf', bytes: scannedProgramme() }))).toBe('scan')
    expect(await codeOf(readFile({ name: 'anh.jpg', bytes: photoOfPage() }))).toBe('scan')
    expect(await codeOf(readFile({ name: 'anh.pdf', bytes: photoOfPage() }))).toBe('wrong-extension')
  })

  it('is read page by page, its two-column head and its clauses in order', async () => {
    const told: number[] = []
    const { source } = await readScan(scannedProgramme(), done => told.push(done))
    expect(told).toEqual([1, 2])
    expect(source.notes).toEqual(['scan'])
    expect(source.pages).toHaveLength(2)
    const places = ['SỞ DÂN TỘC VÀ TÔN GIÁO', 'Độc lập - Tự do', 'PHỐI HỢP CÔNG TÁC', '2. Tổ chức giám sát', '3. Định kỳ'].map(
      words => source.text.indexOf(words),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each<Packing>(['G3', 'G3 by the row above', 'G4', 'G4 as a stencil', 'JBIG2', 'JPEG 2000'])(
    'is read when its pages are packed as office scanners do: %s',
    async packing => {
      const { source } = await readScan(packedScan(packing))
      expect(source.text).toContain('phối hợp công tác dân vận trong vùng')
      expect(source.text).toContain('- Căn cứ Quy chế làm việc của Tỉnh ủy')
    },
  )

  it('is read after one that was broken', async () => {
    await codeOf(readScan(packedScan('JPEG 2000', bytes => bytes.subarray(0, 150))))
    expect((await (await openScan(packedScan('JPEG 2000'))).page(1)).words.length).toBeGreaterThan(50)
  })

  it('as a photo that lies on its side is stood up by what the camera wrote', async () => {
    const photo = photoOfPage()
    const onItsSide = Uint8Array.from([0xff, 0xd8, ...exif(3), ...photo.subarray(2)])
    const [upright, turned] = [await (await openScan(photo)).page(1), await (await openScan(onItsSide)).page(1)]
    expect(upright.words.map(word => word.text)).toContain('chủ')
    expect(turned.words.map(word => word.text)).not.toContain('chủ')
  })
})

/** EXIF of one entry: how the camera lay. */
const exif = (turned: number): number[] => {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]
  return [0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0'), ...tiff]
}

/** As many dots as no page has: the width that the picture itself tells, after its markers SOC and SIZ. */
function enlarged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt32BE(60_000, copy.indexOf(Buffer.of(0xff, 0x4f, 0xff, 0x51)) + 8)
  copy.writeUInt32BE(60_000, copy.indexOf(Buffer.of(0xff, 0x4f, 0xff, 0x51)) + 12)
  return copy
}

describe('what cannot be read says so in its own code', () => {
  const png = (side: number) => {
    const size = [side >> 24, (side >> 16) & 255, (side >> 8) & 255, side & 255]
    return Uint8Array.from([...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 0, 0, 0, 13, ...Buffer.from('IHDR'), ...size, ...size])
  }
  const cases: [name: string, bytes: Uint8Array, code: string][] = [
    ['too many pages', hollowScan(101, 8), 'scan-long'],
    ['a picture of too many dots in a PDF', hollowScan(1, 20_000), 'scan-fine'],
    ['a photo of too many dots', png(20_000), 'scan-fine'],
    ['a picture that breaks off', png(40), 'not-a-picture'],
    ['a blank page', hollowScan(1, 1), 'scan-blank'],
    ['a PDF that is none', new Uint8Array(Buffer.from('%PDF-1.4 rồi thôi')), 'corrupt'],
    ['a JPEG 2000 picture that is larger than its dictionary says', packedScan('JPEG 2000', enlarged), 'scan-fine'],
    ['a JBIG2 picture of broken parts', packedScan('JBIG2', bytes => Buffer.from(bytes).fill(0xff, 30)), 'scan-packed'],
    ['a JPEG 2000 picture that breaks off', packedScan('JPEG 2000', bytes => bytes.subarray(0, 150)), 'scan-packed'],
    ['a kind of picture that is not unpacked', new Uint8Array(Buffer.from('GIF89a và vài chữ nữa')), 'scan-packed'],
  ]
  it.each(cases)('%s', async (_, bytes, code) => {
    expect(await codeOf(readScan(bytes))).toBe(code)
  })
})

describe('a picture on a page', () => {
  it('stands where and as the page says, whatever turns it', () => {
    const page = blankPage(4, 4, 1)
    const dark = { width: 2, height: 1, depth: 3 as const, data: Uint8Array.from([0, 0, 0, 255, 255, 255]) }
    // Its left half is black; turned by a quarter it is the upper half of a square of two by two at (1, 1).
    lay(page, dark, [0, 2, 2, 0, 1, 1])
    const rows = [0, 1, 2, 3].map(y => [...page.dots.subarray(y * 4, y * 4 + 4)].map(dot => (dot === 0 ? '#' : '.')).join(''))
    expect(rows).toEqual(['....', '.##.', '....', '....'])
  })

  it('through a stencil paints only where it is open', () => {
    const page = blankPage(8, 1, 1)
    lay(page, { width: 8, height: 1, depth: 'stencil', data: Uint8Array.of(0b1010_1111) }, [8, 0, 0, -1, 0, 1])
    expect([...page.dots].map(dot => (dot === 0 ? '#' : '.')).join('')).toBe('.#.#....')
  })
})

describe('the words of a page', () => {
  const line = (left: number, words: string) =>
    `<span class='ocr_line' title="bbox ${left} 10 300 40; baseline 0 -8; x_size 30">${words}</span>`
  const word = (from: number, to: number, sure: number, text: string) =>
    `<span class='ocrx_word' title='bbox ${from} 12 ${to} 38; x_wconf ${sure}'>${text}</span>`

  it('stand apart where the picture runs them together, and lines of specks are left out', () => {
    const specks = line(400, word(400, 410, 3, '~'))
    const words = wordsOf(`<div>${line(10, word(10, 60, 96, 'phối') + word(60, 99, 50, 'họp'))}${specks}</div>`, 2)
    expect(words.map(({ text, sure }) => [text, sure])).toEqual([
      ['phối', 96],
      ['họp', 50],
    ])
    const page: ScannedPage = { number: 1, width: 300, height: 400, words }
    expect(sourceOfScan([page]).text.trim()).toBe('phối họp')
    expect(doubtfulWords([page])).toEqual(new Map([[1, new Set(['họp'])]]))
  })
})
