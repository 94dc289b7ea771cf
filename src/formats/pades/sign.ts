import { X509Certificate } from 'node:crypto'
import { HttpTimestampAuthority, P12Signer, PDF, type Signer } from '@libpdf/core'
import { type Seen, showNextSignature } from './show-signature.ts'

/** Why a key file does not open, or a paper is not signed with it. */
export type WhyNotSigned = 'password' | 'no-key' | 'expired' | 'timestamp'

export class NotSigned extends Error {
  readonly code: WhyNotSigned
  constructor(code: WhyNotSigned, cause?: unknown) {
    super(code, { cause })
    this.name = 'NotSigned'
    this.code = code
  }
}

export type Signing = {
  key: Signer
  at: Date
  reason?: string
  /** Where it is seen and what it shows; none: it is not drawn. */
  seen?: Seen | null
  /** The address of an RFC 3161 time-stamp server; none: the signer's own clock is told. */
  timestamps?: string
}

/** A key file (PKCS#12). Whoever handed it in keeps it: it is neither stored nor logged. @throws NotSigned */
export const openKeyFile = async (bytes: Uint8Array, password: string): Promise<Signer> => {
  // DER: a sequence. What is none needs no password to be refused.
  if (bytes[0] !== 0x30) throw new NotSigned('no-key')
  try {
    return await P12Signer.create(bytes, password, { buildChain: false })
  } catch (error) {
    throw new NotSigned(/password|integrity|decrypt|MAC/i.test(String(error)) ? 'password' : 'no-key', error)
  }
}

/** VGCA's server was seen to take up to 131 s. */
export const PATIENCE_MS = 180_000
/** A certificate chain and a time stamp fit well. */
const ROOM = 32 * 1024

/**
 * The paper with one more signature behind it (PAdES B-B, or B-T with a time stamp): earlier bytes and signatures stay as they
 * are, and the field has a name that no other has. @throws NotSigned
 */
export const signPdf = async (paper: Uint8Array, { key, at, reason, seen, timestamps }: Signing): Promise<Uint8Array> => {
  const { validFromDate, validToDate } = new X509Certificate(key.certificate)
  if (at < validFromDate || validToDate < at) throw new NotSigned('expired')
  const pdf = await PDF.load(paper)
  const fieldName = `Chữ ký ${crypto.randomUUID()}`
  if (seen) await showNextSignature(pdf, fieldName, seen)
  const authority = timestamps ? new HttpTimestampAuthority(timestamps, { timeout: PATIENCE_MS }) : null
  try {
    const signed = await pdf.sign({
      signer: key,
      signingTime: at,
      fieldName,
      estimatedSize: ROOM,
      ...(reason ? { reason } : {}),
      ...(authority ? { level: 'B-T' as const, timestampAuthority: authority } : {}),
    })
    return signed.bytes
  } catch (error) {
    throw authority ? new NotSigned('timestamp', error) : error
  }
}
