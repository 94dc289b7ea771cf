import { Inflate } from 'fflate'
import { Unreadable } from './source.ts'

/** One file within a zip; sizes in bytes as the zip declares them. */
export type ZipEntry = { name: string; packed: number; size: number; method: number; at: number }

export type Zip = {
  names: readonly string[]
  has: (name: string) => boolean
  /** Inflates an entry piece by piece. @throws Unreadable 'bomb' past the limits, 'corrupt' where it is absent or broken */
  read: (name: string) => Generator<ZipPiece>
}

/** `done` of `total` packed pieces have been read when this piece is handed out. */
export type ZipPiece = { bytes: Uint8Array; done: number; total: number }

const MOST_BYTES = 200 * 1024 * 1024
const MOST_ENTRIES = 5000

/** Deflate cannot pack better than 1032 : 1; no document comes near. */
const MOST_RATIO = 500
const RATIO_MATTERS_FROM = 10 * 1024 * 1024

/** Packed bytes given to the inflater at once: at most about 16 MB come out before the count is looked at again. */
const STEP = 16 * 1024

/**
 * Opens a zip by its central directory, without inflating anything.
 * @throws Unreadable 'bomb' where it declares too much, 'corrupt' where it is no zip or needs zip64 for a document
 */
export const openZip = (bytes: Uint8Array): Zip => {
  const entries = new Map(readDirectory(bytes).map(entry => [entry.name, entry]))
  refuseBomb([...entries.values()])
  let inflated = 0
  const count = (piece: Uint8Array): void => {
    inflated += piece.length
    if (inflated > MOST_BYTES) throw new Unreadable('bomb')
  }
  function* read(name: string): Generator<ZipPiece> {
    const entry = entries.get(name)
    if (!entry) throw new Unreadable('corrupt', `no ${name}`)
    for (const piece of inflate(packedBytes(bytes, entry), entry.method, count)) yield piece
  }
  return { names: [...entries.keys()], has: name => entries.has(name), read }
}

const refuseBomb = (entries: readonly ZipEntry[]): void => {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  const insane = total > RATIO_MATTERS_FROM && total > MOST_RATIO * packed
  if (entries.length > MOST_ENTRIES || total > MOST_BYTES || insane) throw new Unreadable('bomb')
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const SHORTEST_END = 22

/** APPNOTE 4.3.12 and 4.3.16. */
const readDirectory = (bytes: Uint8Array): ZipEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) throw new Unreadable('bomb')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new Unreadable('corrupt', 'zip directory')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({
      name: name.replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands behind everything but a comment of at most 65,535 bytes. */
const findEnd = (view: DataView): number => {
  const last = view.byteLength - SHORTEST_END
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END) return at
  throw new Unreadable('corrupt', 'no zip directory')
}

const packedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) throw new Unreadable('corrupt', entry.name)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (start + entry.packed > bytes.length) throw new Unreadable('corrupt', entry.name)
  return bytes.subarray(start, start + entry.packed)
}

const STORED = 0
const DEFLATED = 8

function* inflate(packed: Uint8Array, method: number, count: (piece: Uint8Array) => void): Generator<ZipPiece> {
  if (method !== STORED && method !== DEFLATED) throw new Unreadable('corrupt', `zip method ${method}`)
  const total = Math.max(1, Math.ceil(packed.length / STEP))
  let out: Uint8Array[] = []
  const inflater = new Inflate(piece => {
    count(piece)
    out.push(piece)
  })
  for (let i = 0; i < total; i++) {
    const part = packed.subarray(i * STEP, (i + 1) * STEP)
    if (method === STORED) count(part)
    for (const bytes of method === STORED ? [part] : push(inflater, part, i === total - 1, () => out)) {
      yield { bytes, done: i + 1, total }
    }
    out = []
  }
}

const push = (inflater: Inflate, part: Uint8Array, final: boolean, out: () => Uint8Array[]): Uint8Array[] => {
  try {
    inflater.push(part, final)
    return out()
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('corrupt', error instanceof Error ? error.message : '')
  }
}
