import { X509Certificate } from 'node:crypto'
import { isCurrent, isRevoked, isTold, type Revocations } from './revocation.ts'
import type { RevocationSource, Trust } from './verdict.ts'

/**
 * What a site knows: issuers that its administrator trusts, as DER; names of organisations; and what time it is. `asking`: those issuers
 * whose certificates may be asked about over the network; `asked`: what came of that.
 */
export type TrustList = {
  issuers: readonly Uint8Array[]
  bodies: readonly string[]
  now: Date
  asking?: readonly Uint8Array[]
  asked?: Revocations
}

/** Where no site is set up: whom to trust is not told. */
export const NO_LIST: TrustList = { issuers: [], bodies: [], now: new Date(0) }

const LONGEST_CHAIN = 10

type Known = Pick<TrustList, 'issuers' | 'asking' | 'asked'>
export type Trusting = { trust: Trust; revocation?: RevocationSource }
/** A certificate below the trusted one, and who issued it. */
type Link = readonly [one: X509Certificate, issuer: X509Certificate]

/**
 * Whether the signer's certificate comes from a trusted issuer and was valid when it signed (`at`), by what the file and the
 * site hold, and by what was asked. `others`: certificates that the file carries.
 */
export const trustOf = (
  signer: Uint8Array,
  others: readonly Uint8Array[],
  list: Known,
  at: Date,
  carried: Revocations,
): Trusting => {
  if (list.issuers.length === 0) return { trust: 'not-checked' }
  const chain = chainFor(signer, others, list.issuers)
  if (!chain) return { trust: 'unknown-issuer' }
  const links = linksOf(chain)
  const source = sourceOf(links, heldAt(carried, at), isAskedAbout(chain, list) ? list.asked : undefined)
  const known = joined(carried, list.asked)
  return { trust: standingOf(chain, links, known, at), ...(source ? { revocation: source } : {}) }
}

const standingOf = (chain: readonly X509Certificate[], links: readonly Link[], known: Revocations, at: Date): Trust => {
  if (links.some(([one, issuer]) => isRevoked(one, issuer, known, at))) return 'revoked'
  const wasValid = ({ validFromDate, validToDate }: X509Certificate) => validFromDate <= at && at <= validToDate
  return chain.every(wasValid) ? 'trusted' : 'expired-at-signing'
}

/** Certificates that are to be asked about: of a chain that the site has proven, as far as the file itself does not tell of them. */
export const asksOf = (signer: Uint8Array, others: readonly Uint8Array[], list: Known, at: Date, carried: Revocations): Ask[] => {
  const chain = chainFor(signer, others, list.issuers)
  if (!chain || !isAskedAbout(chain, list)) return []
  const held = heldAt(carried, at)
  return linksOf(chain).flatMap(([one, issuer]) =>
    isTold(one, issuer, held) ? [] : [{ certificate: new Uint8Array(one.raw), issuer: new Uint8Array(issuer.raw) }],
  )
}
/** As DER. */
export type Ask = { certificate: Uint8Array; issuer: Uint8Array }

const chainFor = (
  signer: Uint8Array,
  others: readonly Uint8Array[],
  issuers: readonly Uint8Array[],
): X509Certificate[] | null => {
  const own = read(signer)
  const readAll = (ders: readonly Uint8Array[]) => ders.flatMap(der => read(der) ?? [])
  return own && chainOf(own, readAll(issuers), readAll(others))
}

/** The trusted issuer itself was put there by hand and is not asked further. */
const linksOf = (chain: readonly X509Certificate[]): Link[] =>
  chain.slice(0, Math.max(1, chain.length - 1)).map((one, at) => [one, chain[at + 1] ?? one] as const)

const isAskedAbout = (chain: readonly X509Certificate[], { asking = [] }: Known): boolean =>
  asking.some(der => chain.at(-1)!.raw.equals(der))

const joined = (carried: Revocations, asked: Revocations | undefined): Revocations =>
  asked ? { lists: [...carried.lists, ...asked.lists], answers: [...carried.answers, ...asked.answers] } : carried

/** Whoever signs chooses what the file carries: what had run out by then says nothing of the time of signing. */
const heldAt = ({ lists, answers }: Revocations, at: Date): Revocations => ({
  lists: lists.filter(der => isCurrent('lists', der, at)),
  answers: answers.filter(der => isCurrent('answers', der, at)),
})

/** Nothing is said where nothing told and nobody was asked. */
function sourceOf(links: readonly Link[], carried: Revocations, asked: Revocations | undefined): RevocationSource | null {
  const toldBy = (known: Revocations) => links.every(([one, issuer]) => isTold(one, issuer, known))
  if (toldBy(carried)) return 'carried'
  if (!asked) return null
  return toldBy(joined(carried, asked)) ? 'asked' : 'silent'
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
