import { joinBytes, viewOf } from './parts.ts'

const HEAD = 12
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** RFC 9649: the chunks EXIF and XMP are left out, and the head no longer promises them. */
export function clearWebp(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const kept: Uint8Array[] = []
  for (let at = HEAD; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return null
    const kind = String.fromCharCode(...bytes.subarray(at, at + 4))
    const chunk = bytes.slice(at, Math.min(next, end))
    if (kind === 'VP8X') chunk[8]! &= ~(HAS_EXIF | HAS_XMP)
    if (kind !== 'EXIF' && kind !== 'XMP ') kept.push(chunk)
    at = next
  }
  if (kept.length === 0) return null
  const head = bytes.slice(0, HEAD)
  viewOf(head).setUint32(4, 4 + kept.reduce((sum, part) => sum + part.length, 0), true)
  return joinBytes([head, ...kept])
}
