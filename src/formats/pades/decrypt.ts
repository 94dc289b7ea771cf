import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { type Dict, dictOf, nameOf, Text, type Value } from './values.ts'

/** Makes the bytes of a stream plain; the object's number and generation are part of its key up to version 4. */
export type Decrypt = (raw: Buffer, number: number, generation: number) => Buffer

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * Opens the standard encryption of a file that asks no password to be read (ISO 32000-1, 7.6.3; 32000-2, 7.6.4): enough to
 * read the packed objects that tell what later revisions changed. Null where another key is needed.
 */
export const openEncryption = (encryption: Dict, id: Buffer, get: (dict: Dict, key: string) => Value): Decrypt | null => {
  if (nameOf(get(encryption, 'Filter')) !== 'Standard') return null
  const number = (key: string, otherwise: number) => Number(get(encryption, key) ?? otherwise)
  const version = number('V', 0)
  const method = version >= 4 ? methodOf(encryption, get) : 'V2'
  if (method === null) return raw => raw
  const key = version >= 5 ? fileKeyOf6(encryption, get) : fileKeyOf4(encryption, id, get)
  if (!key) return null
  if (method === 'AESV3') return raw => decryptAes(key, raw)
  return (raw, object, generation) => {
    const own = objectKey(key, object, generation, method === 'AESV2')
    return method === 'AESV2' ? decryptAes(own, raw) : rc4(own, raw)
  }
}

/** How streams are encrypted: V2 (RC4), AESV2, AESV3; null for not at all. */
const methodOf = (encryption: Dict, get: (dict: Dict, key: string) => Value): string | null => {
  const filter = nameOf(get(encryption, 'StmF')) ?? 'Identity'
  const filters = dictOf(get(encryption, 'CF'))
  const own = filters && dictOf(get(filters, filter))
  const method = own ? nameOf(get(own, 'CFM')) : null
  return method === 'None' ? null : method
}

const textOf = (value: Value): Buffer => (value instanceof Text ? value.bytes : Buffer.alloc(0))
const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest()

/** Algorithm 2 with the empty password, proven by algorithm 6. */
const fileKeyOf4 = (encryption: Dict, id: Buffer, get: (dict: Dict, key: string) => Value): Buffer | null => {
  const revision = Number(get(encryption, 'R'))
  const length = revision === 2 ? 5 : Math.min(16, Math.max(5, Number(get(encryption, 'Length') ?? 40) / 8))
  const rights = Buffer.alloc(4)
  rights.writeInt32LE(Number(get(encryption, 'P')) | 0)
  const open = get(encryption, 'EncryptMetadata') === false && revision >= 4 ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let key = md5(PADDING, textOf(get(encryption, 'O')).subarray(0, 32), rights, id, open)
  for (let left = revision >= 3 ? 50 : 0; left > 0; left--) key = md5(key.subarray(0, length))
  key = key.subarray(0, length)
  const told = textOf(get(encryption, 'U'))
  if (revision === 2) return rc4(key, PADDING).equals(told.subarray(0, 32)) ? key : null
  let proof = md5(PADDING, id)
  for (let i = 0; i < 20; i++) proof = rc4(Buffer.from(key.map(byte => byte ^ i)), proof)
  return proof.equals(told.subarray(0, 16)) ? key : null
}

/** Algorithms 2.A and 2.B with the empty password. */
const fileKeyOf6 = (encryption: Dict, get: (dict: Dict, key: string) => Value): Buffer | null => {
  const [user, sealed] = [textOf(get(encryption, 'U')), textOf(get(encryption, 'UE'))]
  if (user.length < 48 || sealed.length < 32) return null
  const hash = Number(get(encryption, 'R')) === 5 ? sha256 : hardenedHash
  if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return null
  const opener = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(false)
  return Buffer.concat([opener.update(sealed.subarray(0, 32)), opener.final()])
}

const sha256 = (salt: Buffer): Buffer => createHash('sha256').update(salt).digest()

const hardenedHash = (salt: Buffer): Buffer => {
  let key = sha256(salt)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    const kind = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][kind]!).update(mixed).digest()
    last = mixed.at(-1)!
  }
  return key.subarray(0, 32)
}

/** Algorithm 1. */
const objectKey = (key: Buffer, number: number, generation: number, aes: boolean): Buffer => {
  const place = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8])
  return md5(key, place, aes ? Buffer.from('sAlT') : Buffer.alloc(0)).subarray(0, Math.min(16, key.length + 5))
}

const decryptAes = (key: Buffer, raw: Buffer): Buffer => {
  if (raw.length < 32 || raw.length % 16) return Buffer.alloc(0)
  const opener = createDecipheriv(key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc', key, raw.subarray(0, 16)).setAutoPadding(
    false,
  )
  const plain = Buffer.concat([opener.update(raw.subarray(16)), opener.final()])
  return plain.subarray(0, Math.max(0, plain.length - plain.at(-1)!))
}

/** Node's OpenSSL no longer offers it. */
const rc4 = (key: Buffer, input: Buffer): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i)
  const swap = (i: number, j: number) => ([state[i], state[j]] = [state[j]!, state[i]!])
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 0xff
    swap(i, j)
  }
  let [i, j] = [0, 0]
  return Buffer.from(
    input.map(byte => {
      i = (i + 1) & 0xff
      j = (j + state[i]!) & 0xff
      swap(i, j)
      return byte ^ state[(state[i]! + state[j]!) & 0xff]!
    }),
  )
}
