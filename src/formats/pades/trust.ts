import { X509Certificate } from 'node:crypto'
import { isRevoked, type Revocations } from './revocation.ts'
import type { Trust } from './verdict.ts'

/** What a site knows: issuers that its administrator trusts, as DER; names of organisations; and what time it is. */
export type TrustList = { issuers: readonly Uint8Array[]; bodies: readonly string[]; now: Date }

/** Where no site is set up: whom to trust is not told. */
export const NO_LIST: TrustList = { issuers: [], bodies: [], now: new Date(0) }

const LONGEST_CHAIN = 10

/**
 * Whether the signer's certificate comes from a trusted issuer and was valid when it signed (`at`), by what the file and the
 * site hold: no network is asked. `others`: certificates that the file carries.
 */
export const trustOf = (
  signer: Uint8Array,
  others: readonly Uint8Array[],
  { issuers }: Pick<TrustList, 'issuers'>,
  at: Date,
  revocations: Revocations,
): Trust => {
  if (issuers.length === 0) return 'not-checked'
  const own = read(signer)
  const anchors = issuers.flatMap(der => read(der) ?? [])
  if (!own) return 'unknown-issuer'
  const pool = others.flatMap(der => read(der) ?? [])
  const chain = chainOf(own, anchors, pool)
  if (!chain) return 'unknown-issuer'
  // The trusted issuer itself was put there by hand and is not asked further.
  const judged = chain.slice(0, Math.max(1, chain.length - 1))
  if (judged.some((one, i) => isRevoked(one, chain[i + 1] ?? one, revocations, at))) return 'revoked'
  const wasValid = ({ validFromDate, validToDate }: X509Certificate) => validFromDate <= at && at <= validToDate
  return chain.every(wasValid) ? 'trusted' : 'expired-at-signing'
}

const read = (der: Uint8Array): X509Certificate | null => {
  try {
    return new X509Certificate(der)
  } catch {
    return null
  }
}

/** From the signer up to a trusted issuer, each proven by the next one's key; null where there is no such way. */
const chainOf = (signer: X509Certificate, anchors: X509Certificate[], pool: X509Certificate[]): X509Certificate[] | null => {
  const isAnchor = (one: X509Certificate) => anchors.some(anchor => anchor.fingerprint256 === one.fingerprint256)
  const walk = (chain: X509Certificate[]): X509Certificate[] | null => {
    const last = chain.at(-1)!
    if (isAnchor(last)) return chain
    if (chain.length >= LONGEST_CHAIN) return null
    const known = new Set(chain.map(one => one.fingerprint256))
    for (const issuer of [...anchors, ...pool]) {
      if (known.has(issuer.fingerprint256) || !issued(issuer, last)) continue
      const found = walk([...chain, issuer])
      if (found) return found
    }
    return null
  }
  return walk([signer])
}

const issued = (issuer: X509Certificate, one: X509Certificate): boolean => {
  try {
    return issuer.ca && one.checkIssued(issuer) && one.verify(issuer.publicKey)
  } catch {
    return false
  }
}
