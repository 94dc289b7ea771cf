import { TSTInfo } from 'pkijs'
import { bytesOf, type Cms, checkCms, contentOf, DIGESTS, digestOf, readCms } from './cms.ts'
import { holderOf } from './holder.ts'
import type { Timestamp } from './verdict.ts'

const TOKEN = '1.2.840.113549.1.9.16.2.14'

/** A time-stamp token (RFC 3161) and whether it was given for these bytes. */
export const readTimestamp = (der: Buffer, stamped: readonly Uint8Array[]): Timestamp | null => {
  const cms = readCms(der)
  if (typeof cms === 'string') return null
  const content = contentOf(cms)
  if (!content) return null
  try {
    const info = TSTInfo.fromBER(new Uint8Array(content))
    const digest = DIGESTS[info.messageImprint.hashAlgorithm.algorithmId]
    const fits = digest && bytesOf(info.messageImprint.hashedMessage)?.equals(digestOf(digest, stamped))
    const by = holderOf(cms.certificate)
    return {
      time: info.genTime.toISOString(),
      by: by.name ?? by.organization ?? '',
      intact: Boolean(fits) && checkCms(cms, [content]) === null,
    }
  } catch {
    return null
  }
}

/** The time stamp on the signature itself; `undefined` where there is none. */
export const signatureTimestamp = ({ signer }: Cms): Timestamp | null | undefined => {
  const value = signer.unsignedAttrs?.attributes.find(one => one.type === TOKEN)?.values[0]
  const signature = bytesOf(signer.signature)
  return value && signature ? readTimestamp(Buffer.from(value.toBER()), [signature]) : undefined
}
