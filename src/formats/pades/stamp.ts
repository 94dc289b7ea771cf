import { HttpTimestampAuthority, PDF } from '@libpdf/core'
import { NotSigned, PATIENCE_MS } from './sign.ts'
import { whyNotSignedCopy } from './signed-copy.ts'

/**
 * A signed paper with the time stamp (RFC 3161) of the server at `address` over it, as a revision of its own: earlier bytes and
 * signatures stay as they are. @throws NotSigned 'timestamp' where the server gives none
 */
export async function stampPdf(paper: Uint8Array, address: string, patience = PATIENCE_MS): Promise<Uint8Array> {
  const pdf = await PDF.load(paper)
  const stamp = { timestampAuthority: new HttpTimestampAuthority(address, { timeout: patience }) }
  const stamped = await pdf.addTimestamp(stamp).catch((error: unknown) => {
    throw new NotSigned('timestamp', error)
  })
  const wrong = whyNotSignedCopy(paper, stamped.bytes)
  if (wrong !== null) throw new Error(`a paper that was stamped here is ${wrong}`)
  return stamped.bytes
}
