import type { PaperProfile, SignatureBlock } from './contract.ts'
import type { IssuerKind } from './layout.ts'

/** Dots for what a pen will fill in. */
export const DOTS = '……………………'

/** Which form of papers a body follows, from its kind as agencies keep it. */
export const issuerOf = (kind: string | undefined): IssuerKind =>
  kind === 'party' || kind === 'front' || kind === 'mass' ? kind : 'state'

/**
 * How a body signs. The Front's standing board signs by TM., a deputy by KT. of the head (NĐ 30, Điều 13; HD 05).
 * Where the signer is not known, the lines stay dotted.
 */
export function signatureFor(
  body: { name: string },
  profile: PaperProfile,
  signer: { name: string; post: string } | null,
): SignatureBlock {
  const mark = (short: string) => (profile === 'nd30' ? `${short}.` : `${short[0]}/${short[1]}`)
  const onBehalf = /^Ban Thường trực\b/u.test(body.name) ? `${mark('TM')} Ban Thường trực` : null
  const head = signer ? /^Phó\s+(.+)$/u.exec(signer.post)?.[1] : undefined
  const deputy = head ? `${mark('KT')} ${head.charAt(0).toLocaleUpperCase('vi')}${head.slice(1)}` : null
  // The board that is signed for is not said twice: "TM. Ban Thường trực" stands above "Ủy ban Mặt trận …".
  const name = onBehalf ? body.name.replace(/^Ban Thường trực\s+/u, '') : body.name
  return { authority: onBehalf ?? deputy, position: signer?.post || DOTS, body: name, name: signer?.name ?? DOTS }
}
