/** Pictures by the first bytes of their content, never by name. `clears`: where our code can take the data of camera and place out. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'tiff' | 'bmp'

export const MEDIA_TYPE: Record<PictureKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
}

const NAMED = /\.(jpe?g|png|webp|gif|hei[cf]|tiff?|bmp)$/i
/** Bytes that `sniffPicture` needs to see. */
export const SNIFFED = 16

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** What a picture's first bytes say it is; null for what is no picture. */
export function sniffPicture(bytes: Uint8Array): PictureKind | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif'
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(hei[cxms]|hev[cx]|mif1|msf1|avif)$/.test(ascii(bytes, 8, 12))) return 'heic'
  if (/^(II\*\0|MM\0\*)$/.test(ascii(bytes, 0, 4))) return 'tiff'
  return ascii(bytes, 0, 2) === 'BM' && bytes.length >= SNIFFED && ascii(bytes, 6, 10) === '\0\0\0\0' ? 'bmp' : null
}

/** The sender calls it a picture. */
export const isNamedPicture = (name: string, mediaType: string): boolean => NAMED.test(name) || mediaType.startsWith('image/')
