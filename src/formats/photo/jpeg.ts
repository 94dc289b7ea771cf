import { exifOfOrientation, orientationOf } from './orientation.ts'
import { joinBytes } from './parts.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP1 = 0xe1
const COM = 0xfe

/** ITU T.81: segments up to the first scan, then scans up to the end of the picture; what follows it is thrown away. */
export function clearJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)]
  let orientation = 1
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) return null
    if (marker === EOI) break
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)
    if (Number.isNaN(end) || end > bytes.length || end < at + 4) return null
    const segment = bytes.subarray(at, end)
    if (marker === APP1) orientation = orientationOf(segment) ?? orientation
    const scanEnd = marker === SOS ? endOfScan(bytes, end) : end
    if (scanEnd === null) return null
    if (isKept(marker, segment)) kept.push(bytes.subarray(at, scanEnd))
    at = scanEnd
  }
  if (!kept.some(part => part[1] === SOS)) return null
  if (orientation !== 1) kept.splice(1, 0, exifOfOrientation(orientation))
  return joinBytes([...kept, Uint8Array.of(0xff, EOI)])
}

/** Tables, frames and scans; of the application's segments JFIF (APP0), a colour profile (APP2) and Adobe's colour transform (APP14). */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === COM) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = String.fromCharCode(...segment.subarray(4, 16))
  if (marker === 0xe0) return name.startsWith('JFIF\0')
  if (marker === 0xe2) return name === 'ICC_PROFILE\0'
  return marker === 0xee && name.startsWith('Adobe')
}

/** In coded data a marker is FF followed by neither 00 (a coded FF) nor D0–D7 (a restart). */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return null
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return null
}
