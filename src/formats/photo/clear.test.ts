import { describe, expect, it } from 'vitest'
import { clearPicture, isNamedPicture, sniffPicture } from './clear.ts'
import { orientationOf } from './orientation.ts'

const bytesOf = (...parts: string[]): Uint8Array => Uint8Array.from(Buffer.from(parts.join(''), 'latin1'))
const textOf = (bytes: unknown): string => String.fromCharCode(...(bytes as Uint8Array))

/** A JPEG segment with its length. */
const segment = (marker: number, content: string): string => {
  const size = content.length + 2
  return String.fromCharCode(0xff, marker, size >> 8, size & 0xff) + content
}
const TABLES = segment(0xdb, 'tables')
const SCAN = `${segment(0xda, 'scan head')}coded\xff\x00data\xff\xd0more`
const jpeg = (...segments: string[]) => bytesOf('\xff\xd8', ...segments, TABLES, SCAN, '\xff\xd9')

/** EXIF as a camera writes it, least byte first: turned by a quarter (6), and a place as text behind it. */
const EXIF = segment(
  0xe1,
  `Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 12.345 NGHỀ`
    .normalize('NFD')
    .replace(/[^\0-\xff]/g, ''),
)

const chunk = (kind: string, content: string): string => `\0\0\0${String.fromCharCode(content.length)}${kind}${content}crc!`
const png = (...chunks: string[]) =>
  bytesOf('\x89PNG\r\n\x1a\n', chunk('IHDR', 'head'), ...chunks, chunk('IDAT', 'pixels'), chunk('IEND', ''), 'trailer')

describe('a photo without what the camera wrote beside it', () => {
  it('a JPEG loses place, camera, comments and whatever hangs behind its end', () => {
    const photo = jpeg(segment(0xe0, 'JFIF\0rest'), EXIF, segment(0xe1, 'http://ns.adobe.com/xap'), segment(0xfe, 'note'))
    const cleared = clearPicture('jpeg', bytesOf(textOf(photo), 'GPS in a trailer'))
    expect(textOf(cleared)).not.toMatch(/GPS|adobe|note/)
    expect(textOf(cleared)).toContain('JFIF')
    expect(textOf(cleared).endsWith(`${TABLES}${SCAN}\xff\xd9`)).toBe(true)
  })

  it('a JPEG keeps how it is turned, and its colours', () => {
    const photo = jpeg(EXIF, segment(0xe2, 'ICC_PROFILE\0colours'), segment(0xe2, 'MPF\0second picture'))
    const cleared = clearPicture('jpeg', photo) as Uint8Array
    expect(orientationOf(cleared.subarray(2))).toBe(6)
    expect(textOf(cleared)).toContain('colours')
    expect(textOf(cleared)).not.toContain('second')
  })

  it('a JPEG that was never turned gets no EXIF at all', () => {
    expect(textOf(clearPicture('jpeg', jpeg(segment(0xe1, 'Exif\0\0broken'))))).not.toContain('Exif')
  })

  it('a PNG loses eXIf, texts and hour, and keeps its pixels', () => {
    const cleared = textOf(clearPicture('png', png(chunk('eXIf', 'GPS'), chunk('tEXt', 'Author'), chunk('tIME', '2026'))))
    expect(cleared).toBe(textOf(bytesOf('\x89PNG\r\n\x1a\n', chunk('IHDR', 'head'), chunk('IDAT', 'pixels'), chunk('IEND', ''))))
  })

  it('a WebP loses EXIF and XMP, and its head no longer promises them', () => {
    const part = (kind: string, content: string) => `${kind}${String.fromCharCode(content.length)}\0\0\0${content}`
    const body = `WEBP${part('VP8X', '\x0c\0\0\0')}${part('VP8 ', 'pixels')}${part('EXIF', 'GPS!')}${part('XMP ', 'GPS!')}`
    const cleared = textOf(clearPicture('webp', bytesOf(`RIFF${String.fromCharCode(body.length)}\0\0\0${body}`)))
    expect(cleared).toBe(`RIFF${String.fromCharCode(30)}\0\0\0WEBP${part('VP8X', '\0\0\0\0')}${part('VP8 ', 'pixels')}`)
  })

  it('what is no whole picture is said to be broken, wherever it breaks off', () => {
    const [photo, picture] = [jpeg(EXIF), png(chunk('eXIf', 'GPS'))]
    for (let end = 3; end < photo.length; end++) expect(clearPicture('jpeg', photo.subarray(0, end)), `${end}`).toBe('broken')
    for (let end = 8; end < picture.length - 'trailer'.length; end++)
      expect(clearPicture('png', picture.subarray(0, end)), `${end}`).toBe('broken')
  })

  it('a kind that cannot be cleared is not passed off as cleared', () => {
    expect(clearPicture('heic', bytesOf('x'))).toBeNull()
    expect(clearPicture('tiff', bytesOf('x'))).toBeNull()
  })
})

describe('what is a picture', () => {
  it('is known by its bytes', () => {
    expect(sniffPicture(jpeg())).toBe('jpeg')
    expect(sniffPicture(png())).toBe('png')
    expect(sniffPicture(bytesOf('\0\0\0\x18ftypheic'))).toBe('heic')
    expect(sniffPicture(bytesOf('%PDF-1.7 and more bytes'))).toBeNull()
    expect(sniffPicture(bytesOf('BM là chữ đầu của một văn bản'.normalize('NFD').replace(/[^\0-\xff]/g, '')))).toBeNull()
    expect(sniffPicture(bytesOf(''))).toBeNull()
  })

  it('is called one by its name or its sender', () => {
    expect(isNamedPicture('anh.JPG', '')).toBe(true)
    expect(isNamedPicture('anh', 'image/png')).toBe(true)
    expect(isNamedPicture('anh.pdf', 'application/pdf')).toBe(false)
  })
})
