import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16
/** What is sealed is filled up to a multiple of this, so that its length tells little of a name. */
const BLOCK = 128

/** Encrypts a short text under a key of 32 bytes (AES-256-GCM). `of` binds it to its record: elsewhere it does not open. */
export function seal(key: Buffer, text: string, of: string): Buffer {
  const plain = Buffer.from(text.normalize('NFC'))
  const filled = Buffer.alloc(Math.ceil((plain.length + 1) / BLOCK) * BLOCK)
  plain.copy(filled)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of))
  return Buffer.concat([nonce, cipher.update(filled), cipher.final(), cipher.getAuthTag()])
}

/** The text again. Throws where key, record or a single bit is not the one it was sealed with. */
export function unseal(key: Buffer, sealed: Buffer, of: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
    .setAAD(Buffer.from(of))
    .setAuthTag(sealed.subarray(-TAG))
  const filled = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  return filled.subarray(0, filled.indexOf(0)).toString('utf8')
}
