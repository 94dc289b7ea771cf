import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** SHA-256 of a stream of bytes, in hex. */
export async function hashBytes(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}

/** SHA-256 of a file, in hex; null where there is none. */
export async function findHash(path: string): Promise<string | null> {
  if (!existsSync(path)) return null
  const file = await open(path, 'r')
  return hashBytes(file.createReadStream())
}
