import type { PaperProfile, SignatureBlock } from './contract.ts'
import type { IssuerKind } from './layout.ts'

/** Dots for what a pen will fill in. */
export const DOTS = '……………………'

/** Which form of papers a body follows, from its kind as agencies keep it. */
export const issuerOf = (kind: string | undefined): IssuerKind =>
  kind === 'party' || kind === 'front' || kind === 'mass' ? kind : 'state'

/** Who signs, as of the day: by post, or in a leader's place by authorisation. */
export type SigningPerson = { name: string; post: string; inPlaceOf?: string | null }

const capital = (text: string) => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`
/** The title of the head whose deputy bears this one; undefined where it is no deputy's. */
const headOf = (post: string): string | undefined => /^Phó\s+(.+)$/u.exec(post)?.[1]

/**
 * How a body signs. The Front's standing board signs by TM., a deputy by KT. of the head, an authorised person by TUQ.
 * (NĐ 30/2020/NĐ-CP, Điều 13 and Phụ lục I, II.7; HD 05).
 * Where the signer is not known, the lines stay dotted.
 */
export function signatureFor(body: { name: string }, profile: PaperProfile, signer: SigningPerson | null): SignatureBlock {
  const mark = (short: string) => (profile === 'nd30' ? `${short}.` : `${short[0]}/${short[1]}`)
  const board = /^Ban Thường trực\b/u.test(body.name) ? 'Ban Thường trực' : null
  const onBehalf = board && `${mark('TM')} ${board}`
  const head = headOf(signer?.post ?? '')
  const deputy = head ? `${mark('KT')} ${capital(head)}` : null
  const place = signer?.inPlaceOf
  const authorised = place ? `TUQ. ${board ?? capital(headOf(place) ?? place)}` : null
  // The board that is signed for is not said twice: "TM. Ban Thường trực" stands above "Ủy ban Mặt trận …".
  const name = board ? body.name.replace(/^Ban Thường trực\s+/u, '') : body.name
  return { authority: authorised ?? onBehalf ?? deputy, position: signer?.post || DOTS, body: name, name: signer?.name ?? DOTS }
}
