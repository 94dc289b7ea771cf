import { orientationOf } from '../photo/orientation.ts'
import { viewOf } from '../photo/parts.ts'

/**
 * How large a picture is, in dots as they are stored, how its camera lay (1 is upright, 5 to 8 on its side), and of how many
 * colours a dot is mixed.
 */
export type PictureSize = { width: number; height: number; turned: number; colours: number }

/** Reads the size out of the head of a PNG or JPEG, before anything is unpacked; null where it says none. */
export function sizeOfPicture(kind: 'png' | 'jpeg', bytes: Uint8Array): PictureSize | null {
  const size = kind === 'png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes)
  return size && size.width > 0 && size.height > 0 ? size : null
}

function sizeOfPng(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 24) return null
  const view = viewOf(bytes)
  return { width: view.getUint32(16), height: view.getUint32(20), turned: 1, colours: 3 }
}

/** A frame's head (ITU T.81, SOF0 to SOF15 without the tables DHT, JPG, DAC) bears height and width. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function sizeOfJpeg(bytes: Uint8Array): PictureSize | null {
  const view = viewOf(bytes)
  let turned = 1
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) return null
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), turned, colours: bytes[at + 9]! }
    const end = at + 2 + view.getUint16(at + 2)
    if (marker === 0xe1) turned = orientationOf(bytes.subarray(at, end)) ?? turned
    at = end
  }
  return null
}
