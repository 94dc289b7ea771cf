import { capital } from '../../kernel/vietnamese.ts'
import type { PaperProfile, SignatureBlock } from './contract.ts'
import type { IssuerKind } from './layout.ts'

/** Dots for what a pen will fill in. */
export const DOTS = '……………………'

/** Which form of papers a body follows, from its kind as agencies keep it. */
export const issuerOf = (kind: string | undefined): IssuerKind =>
  kind === 'party' || kind === 'front' || kind === 'mass' ? kind : 'state'

/** Who signs, as of the day: by post, in a leader's place by authorisation, or by a leader's order. */
export type SigningPerson = {
  name: string
  post: string
  /** The post of the leader who has authorised the signer: TUQ.; in the Party T/L. */
  inPlaceOf?: string | null
  /** The post of the leader by whose standing order a head of unit signs: TL. */
  byOrderOf?: string | null
}

/** The title of the head whose deputy bears this one; undefined where it is no deputy's. */
export const headOf = (post: string): string | undefined => /^Phó\s+(.+)$/u.exec(post)?.[1]

/** Organs that decide together, so that whoever signs speaks for all of them (NĐ 30, Điều 13, khoản 2; HD 05, 4.1.1). */
const COLLEGIAL =
  /^(?:Ban Thường trực|Ban Thường vụ|Ban Chấp hành|Thường trực|Ủy ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy)(?!\p{L})/u

/** An acting head ("Quyền Giám đốc") is printed "Q. Giám đốc". */
const printedPost = (post: string): string => post.replace(/^Quyền\s+(\p{L})/u, (_, first: string) => `Q. ${first.toUpperCase()}`)

/**
 * How a body signs. A collegial organ signs by TM., a deputy by KT. of the head, an authorised person by TUQ., a head of unit by TL.;
 * the Party writes T/M, K/T and, for both of the last, T/L (NĐ 30/2020/NĐ-CP, Điều 13 and Phụ lục I, II.7; HD 36, 1.7; HD 05, 4.1).
 * Where the signer is not known, the lines stay dotted.
 */
export function signatureFor(body: { name: string }, profile: PaperProfile, signer: SigningPerson | null): SignatureBlock {
  const organ = COLLEGIAL.exec(body.name)?.[0] ?? null
  // The organ that is signed for is not said twice: "TM. Ban Thường trực" stands above "Ủy ban Mặt trận …".
  const name = organ ? body.name.slice(organ.length).trim() || body.name : body.name
  return {
    authority: authorityOf(organ, profile, signer),
    position: printedPost(signer?.post ?? '') || DOTS,
    body: name,
    name: signer?.name ?? DOTS,
  }
}

function authorityOf(organ: string | null, profile: PaperProfile, signer: SigningPerson | null): string | null {
  const party = profile !== 'nd30'
  const of = (leader: string) => organ ?? capital(headOf(leader) ?? leader)
  if (signer?.inPlaceOf) return `${party ? 'T/L' : 'TUQ.'} ${of(signer.inPlaceOf)}`
  if (signer?.byOrderOf) return `${party ? 'T/L' : 'TL.'} ${of(signer.byOrderOf)}`
  const head = headOf(signer?.post ?? '')
  const deputy = head ? `${party ? 'K/T' : 'KT.'} ${capital(head)}` : null
  if (!organ) return deputy
  const together = `${party ? 'T/M' : 'TM.'} ${organ}`
  // A people's committee is signed for by its chair, whose deputies sign in the chair's place as well.
  return organ === 'Ủy ban nhân dân' && deputy ? `${together}\n${deputy}` : together
}

/** Signatures of a paper's bodies, in their order; a body whose signer is not among them leaves dots. */
export const signaturesFor = (
  bodies: readonly { bodyId: string; name: string }[],
  profile: PaperProfile,
  signers: readonly (SigningPerson & { bodyId: string })[],
): SignatureBlock[] =>
  bodies.map(body => signatureFor(body, profile, signers.find(signer => signer.bodyId === body.bodyId) ?? null))
