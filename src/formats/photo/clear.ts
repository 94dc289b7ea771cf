import { clearJpeg } from './jpeg.ts'
import type { PictureKind } from './kinds.ts'
import { clearPng } from './png.ts'
import { clearWebp } from './webp.ts'

/**
 * The same picture without what the camera wrote beside it: place, time, device, thumbnail, comments. The picture itself is
 * not coded anew; how it is turned (JPEG) stays. Null for a kind that cannot be cleared, 'broken' where the bytes are no whole picture.
 */
export function clearPicture(kind: PictureKind, bytes: Uint8Array): Uint8Array | 'broken' | null {
  if (kind === 'jpeg') return clearJpeg(bytes) ?? 'broken'
  if (kind === 'png') return clearPng(bytes) ?? 'broken'
  if (kind === 'webp') return clearWebp(bytes) ?? 'broken'
  // Neither format has a place for data of the camera that cameras use.
  return kind === 'gif' || kind === 'bmp' ? bytes : null
}

export { isNamedPicture, MEDIA_TYPE, type PictureKind, SNIFFED, sniffPicture } from './kinds.ts'
