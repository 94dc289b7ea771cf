import { X509Certificate } from 'node:crypto'
import { askOutside } from '../../../engine/outside.ts'
import { isCurrent, isTold, type Revocations } from '../../../formats/pades/revocation.ts'
import { addressesIn, ocspRequest } from '../../../formats/pades/revocation-addresses.ts'
import type { Ask } from '../../../formats/pades/trust.ts'

/** The whole file is judged within thirty seconds; whoever does not answer in this time has not answered. */
const PATIENCE_MS = 8000
const MOST_ASKED = 12
const MOST_ANSWER_BYTES = 100_000
/** The list of a national issuer holds every certificate that it called back. */
const MOST_LIST_BYTES = 20_000_000

type Sought = { now: Date; local: boolean }

/**
 * What the issuers say today of these certificates, at the addresses that stand in them: the answer about the one (OCSP), else the
 * list of all (CRL). Whoever cannot be reached says nothing.
 */
export async function lookUp(asks: readonly Ask[], sought: Sought): Promise<Revocations> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const lists = new Map<string, Promise<Uint8Array | null>>()
  const listAt = (address: string) => {
    const known = lists.get(address) ?? quietly(() => askOutside({ address, most: MOST_LIST_BYTES, signal, local: sought.local }))
    lists.set(address, known)
    return known
  }
  const found = await Promise.all(
    asks.slice(0, MOST_ASKED).map(async (ask): Promise<Revocations> => {
      const at = addressesOf(ask)
      const answered = of('answers', at.answers[0] ? await answerAt(at.answers[0], ask, signal, sought) : null)
      if (tells(ask, answered, sought.now)) return answered
      const listed = of('lists', at.lists[0] ? await listAt(at.lists[0]) : null)
      return tells(ask, listed, sought.now) ? listed : NOTHING
    }),
  )
  return { answers: found.flatMap(one => one.answers), lists: found.flatMap(one => one.lists) }
}

const NOTHING: Revocations = { lists: [], answers: [] }
const of = (kind: keyof Revocations, der: Uint8Array | null): Revocations => (der ? { ...NOTHING, [kind]: [der] } : NOTHING)

/** Whether it is of today and proven to speak of the certificate. */
const tells = ({ certificate, issuer }: Ask, said: Revocations, now: Date): boolean =>
  (['answers', 'lists'] as const).every(kind => said[kind].every(der => isCurrent(kind, der, now))) &&
  isTold(new X509Certificate(certificate), new X509Certificate(issuer), said)

/** Many name a directory (ldap) first, which nobody is asked through. */
const addressesOf = ({ certificate }: Ask) => {
  try {
    const { lists, answers } = addressesIn(certificate)
    return { lists: lists.filter(isPlain), answers: answers.filter(isPlain) }
  } catch {
    return { lists: [], answers: [] }
  }
}

const isPlain = (address: string): boolean => address.toLowerCase().startsWith('http://')

const answerAt = (address: string, { certificate, issuer }: Ask, signal: AbortSignal, { local }: Sought) =>
  quietly(async () => {
    const body = { type: 'application/ocsp-request', bytes: await ocspRequest(certificate, issuer) }
    return askOutside({ address, body, most: MOST_ANSWER_BYTES, signal, local })
  })

const quietly = async (ask: () => Promise<Uint8Array>): Promise<Uint8Array | null> => {
  try {
    return new Uint8Array(await ask())
  } catch {
    return null
  }
}
