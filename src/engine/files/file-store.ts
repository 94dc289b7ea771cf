import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** `receipt` says that this process has put these bytes on disk; who only knows a hash has none. */
export type StoredFile = { sha256: string; size: number; receipt: string }

const RECEIPT_KEY = randomBytes(32)

export const receiptFor = (sha256: string, size: number): string =>
  createHmac('sha256', RECEIPT_KEY).update(`${sha256} ${size}`).digest('hex')

/** Files on disk under the SHA-256 of their bytes: `ab/cd/<sha256>`. Nothing is ever overwritten. */
export type FileStore = {
  dir: string
  /** Streams to disk; refuses 'file.too-large' past `limit` bytes and leaves nothing. */
  put: (bytes: Readable | AsyncIterable<Uint8Array>, limit: number) => Promise<StoredFile>
  get: (sha256: string) => Readable
  pathOf: (sha256: string) => string
}

export function openFileStore(dir: string): FileStore {
  const pathOf = (sha256: string) => join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    dir,
    pathOf,
    get: sha256 => createReadStream(pathOf(sha256)),
    put: async (bytes, limit) => {
      await mkdir(join(dir, 'incoming'), { recursive: true })
      const temporary = join(dir, 'incoming', newId())
      try {
        const stored = await writeHashed(bytes, temporary, limit)
        await keep(temporary, pathOf(stored.sha256))
        return stored
      } finally {
        await rm(temporary, { force: true })
      }
    },
  }
}

async function writeHashed(bytes: AsyncIterable<Uint8Array>, path: string, limit: number): Promise<StoredFile> {
  const hash = createHash('sha256')
  const file = await open(path, 'w')
  let size = 0
  try {
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > limit) throw new Refusal('file.too-large', { limit })
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  const sha256 = hash.digest('hex')
  return { sha256, size, receipt: receiptFor(sha256, size) }
}

async function keep(temporary: string, target: string): Promise<void> {
  // Known bytes become young again: the cleaning leaves them alone until their row is written.
  const known = await utimes(target, new Date(), new Date()).then(
    () => true,
    () => false,
  )
  if (known) return
  await mkdir(join(target, '..'), { recursive: true })
  await rename(temporary, target)
  const folder = await open(join(target, '..'), 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
}
