import { Readable } from 'node:stream'
import { clearPicture, isNamedPicture, MEDIA_TYPE, SNIFFED, sniffPicture } from '../../formats/photo/clear.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { FileStore, StoredFile } from './file-store.ts'

export type Handed = { bytes: AsyncIterable<Uint8Array>; name: string; mediaType: string; keepPlace: boolean }

/**
 * Puts what somebody hands in on disk, at most `limit` bytes. A picture loses what the camera wrote beside it unless the person
 * wants the place kept. Refuses 'file.too-large', 'file.not-a-picture', 'file.picture-kind' (cannot be cleared).
 */
export async function takeIn(
  files: FileStore,
  { bytes, name, mediaType, keepPlace }: Handed,
  limit: number,
): Promise<StoredFile & { mediaType: string }> {
  const source = bytes[Symbol.asyncIterator]()
  const first = await readFirst(source)
  const kind = sniffPicture(first)
  if (kind === null && isNamedPicture(name, mediaType)) throw new Refusal('file.not-a-picture')
  const type = kind ? MEDIA_TYPE[kind] : mediaType
  const all = resume(first, source)
  if (kind === null || keepPlace) return { ...(await files.put(all, limit)), mediaType: type }
  const cleared = clearPicture(kind, await gather(all, limit))
  if (cleared === null) throw new Refusal('file.picture-kind')
  if (cleared === 'broken') throw new Refusal('file.not-a-picture')
  return { ...(await files.put(Readable.from([cleared]), limit)), mediaType: type }
}

async function readFirst(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let first = Buffer.alloc(0)
  while (first.length < SNIFFED) {
    const { done, value } = await source.next()
    if (done) break
    first = Buffer.concat([first, value])
  }
  return first
}

async function* resume(first: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
}

async function gather(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > limit) throw new Refusal('file.too-large', { limit })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
