import { joinBytes, viewOf } from './parts.ts'

const SIGNATURE = 8
/** PNG, third edition: place and camera (eXIf), words (tEXt, zTXt, iTXt), the hour of the last change (tIME). */
const DROPPED = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

/** Chunks up to IEND without those that tell of the camera; what follows IEND is thrown away. */
export function clearPng(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes)
  const kept = [bytes.subarray(0, SIGNATURE)]
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!DROPPED.has(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return joinBytes(kept)
    at = end
  }
  return null
}
