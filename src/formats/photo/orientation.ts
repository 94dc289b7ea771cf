import { viewOf } from './parts.ts'

const TAG = 0x0112
const EXIF = 'Exif\0\0'

/** How a camera was held, 1 to 8, from an APP1 segment (TIFF 6.0, tag 274); null where it does not say. */
export function orientationOf(segment: Uint8Array): number | null {
  if (String.fromCharCode(...segment.subarray(4, 10)) !== EXIF || segment.length < 18) return null
  const tiff = viewOf(segment.subarray(10))
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return null
  const count = tiff.getUint16(first, little)
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + 12 * i
    if (entry + 12 > tiff.byteLength) return null
    if (tiff.getUint16(entry, little) !== TAG) continue
    const value = tiff.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An APP1 segment that says how the picture is turned, and nothing else. */
export function exifOfOrientation(value: number): Uint8Array {
  const head = [0xff, 0xe1, 0, 34, ...new TextEncoder().encode(EXIF)]
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1]
  return Uint8Array.from([...head, ...tiff, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0])
}
