/**
 * The archive is a plain tar that any tar opens. Zip was weighed and left: the zip writer at hand stops at 4 GB and its streaming reader
 * guesses the end of a stored entry, which fails on a .docx inside. Every byte up to the last entry goes into one SHA-256, which is that
 * last entry, so that a change anywhere is seen.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'

export type ArchiveEntry = { name: string; size: number; position: number }
export type ArchiveWriter = {
  add: (name: string, size: number, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => Promise<void>
  /** Writes the digest and waits until all is on the disk. */
  finish: () => Promise<void>
  close: () => Promise<void>
}

const BLOCK = 512
const DIGEST_ENTRY = 'SHA256'
const TRAILER = 4 * BLOCK

/** Writes entries one after the other, without holding more than a chunk of any. */
export async function createArchive(path: string): Promise<ArchiveWriter> {
  const file = await open(path, 'w', 0o600)
  const hash = createHash('sha256')
  const write = async (bytes: Uint8Array) => {
    hash.update(bytes)
    await file.appendFile(bytes)
  }
  return {
    add: async (name, size, bytes) => {
      await write(header(name, size))
      let seen = 0
      for await (const chunk of bytes) {
        seen += chunk.length
        await write(chunk)
      }
      if (seen !== size) throw new Error(`${name} has ${seen} bytes instead of ${size}`)
      await write(padding(size))
    },
    finish: async () => {
      await file.appendFile(trailer(hash.digest('hex')))
      await file.sync()
    },
    close: () => file.close(),
  }
}

/** Whether all bytes are as they were written. */
export async function isWhole(path: string): Promise<boolean> {
  const { size } = await stat(path)
  if (size < TRAILER + BLOCK || size % BLOCK !== 0) return false
  const hash = createHash('sha256')
  for await (const chunk of readBytes(path, 0, size - TRAILER)) hash.update(chunk)
  const end: Uint8Array[] = []
  for await (const chunk of readBytes(path, size - TRAILER, TRAILER)) end.push(chunk)
  return Buffer.concat(end).equals(trailer(hash.digest('hex')))
}

/** The entries in their order, without the closing digest. Stops at the first header that is none. */
export async function* listEntries(path: string): AsyncGenerator<ArchiveEntry> {
  const file = await open(path, 'r')
  try {
    for (let position = 0; ; ) {
      const entry = await readHeader(file, position)
      if (!entry || entry.name === DIGEST_ENTRY) return
      yield entry
      position = entry.position + entry.size + padding(entry.size).length
    }
  } finally {
    await file.close()
  }
}

export const readEntry = (path: string, { position, size }: ArchiveEntry): AsyncIterable<Uint8Array> =>
  readBytes(path, position, size)

async function* readBytes(path: string, position: number, size: number): AsyncGenerator<Uint8Array> {
  if (size > 0) yield* createReadStream(path, { start: position, end: position + size - 1 })
}

async function readHeader(file: FileHandle, position: number): Promise<ArchiveEntry | null> {
  const block = Buffer.alloc(BLOCK)
  const { bytesRead } = await file.read(block, 0, BLOCK, position)
  const name = block.toString('utf8', 0, 100).replace(/\0.*$/s, '')
  const size = Number.parseInt(block.toString('latin1', 124, 135), 8)
  const isHeader = bytesRead === BLOCK && name !== '' && Number.isInteger(size) && header(name, size).equals(block)
  return isHeader ? { name, size, position: position + BLOCK } : null
}

/** A ustar header with nothing in it but name and size, so that the same entry always has the same bytes. */
function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size > 0o77777777777) throw new Error(`an archive cannot hold ${name} of ${size} bytes`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write('00000000000\0', 136)
  block.write('        0', 148)
  block.write('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

function trailer(digest: string): Buffer {
  const bytes = Buffer.alloc(TRAILER)
  header(DIGEST_ENTRY, digest.length).copy(bytes)
  bytes.write(digest, BLOCK)
  return bytes
}
