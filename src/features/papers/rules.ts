import type { IsoDate } from '../../kernel/dates.ts'
import { type Acting, deciders, type Permission, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { AmendsAs, HeldPaper, PaperState, SourceKind, Turn } from './contract.ts'

/** Who writes prepares; the clerk checks the form, freezes, numbers, seals and sends (NĐ 30/2020/NĐ-CP, Điều 6 and 14-19). */
export const PREPARE = { roles: [...workers, 'clerk'], reach: 'own' } as const
export const CLERK = { roles: ['clerk'], reach: 'own' } as const
/** Who has the authority to sign, or stands in for them by a paper on file. */
export const SIGN = { roles: deciders, reach: 'own', act: 'sign' } as const
export const HAND_IN = { roles: [...deciders, 'clerk'], reach: 'own', act: 'sign' } as const

/** A letter that urges may be sent again, and one that forwards what was not settled; anything else becomes one paper. */
const comesAgain = (kind: SourceKind): boolean => kind === 'request-urging' || kind === 'petition-urging' || kind === 'petition'

/** In which states a paper leaves room for another of the same record; as the indexes paper_once and paper_again_once say. */
export const doneStates = (kind: SourceKind): PaperState[] =>
  comesAgain(kind) ? ['dropped', 'recalled', 'issued'] : ['dropped', 'recalled']

const bodyOf = (acting: Acting): string | null => (typeof acting === 'string' ? null : acting.bodyId)

/** The step that is due on a frozen paper: the lead signs, numbers and seals, then each further side signs and seals. */
export function turnOf({ state, number, bodyId, parties }: HeldPaper): Turn | null {
  if (state !== 'frozen') return null
  const next = parties.find(party => party.sealedAt === null)
  if (!next) return null
  if (next.signedAt === null) return { bodyId: next.bodyId, step: 'sign' }
  return { bodyId: next.bodyId, step: next.bodyId === bodyId && number === null ? 'number' : 'seal' }
}

/** Whoever leads makes the paper: its register gives the number. `issuers`: the lead first. */
export const whyNotLead = (acting: Acting, [lead]: readonly { bodyId: string; name: string }[]): WhyNot =>
  lead?.bodyId === bodyOf(acting) ? null : { code: 'papers.lead-makes', data: { name: lead?.name ?? '' } }

/** Only the side that leads works on a paper before others sign it. */
export function whyNotWork(acting: Acting, held: HeldPaper, permission: Permission = PREPARE): WhyNot {
  if (bodyOf(acting) !== held.bodyId) return { code: 'papers.not-yours' }
  const code = whyNotPermitted(permission, acting)
  if (code) return { code }
  return held.removed ? { code: 'papers.removed' } : null
}

const whyNotUnfrozen = (acting: Acting, held: HeldPaper, permission: Permission = PREPARE): WhyNot =>
  whyNotWork(acting, held, permission) ??
  (held.state === 'draft' || held.state === 'checked' ? null : { code: 'papers.frozen-already' })

export const whyNotAddress = (acting: Acting, held: HeldPaper): WhyNot =>
  whyNotUnfrozen(acting, held) ?? (held.state === 'draft' ? null : { code: 'papers.checked-already' })
export const whyNotRemove = (acting: Acting, held: HeldPaper): WhyNot => whyNotUnfrozen(acting, held)
export const whyNotRestore = (acting: Acting, held: HeldPaper): WhyNot =>
  held.removed ? whyNotWork(acting, { ...held, removed: false }) : { code: 'papers.not-removed' }

/** The clerk finds the form right: nothing that the law asks for is missing. */
export const whyNotCheck = (acting: Acting, held: HeldPaper, faults: readonly string[]): WhyNot =>
  whyNotUnfrozen(acting, held, CLERK) ??
  (held.state === 'checked' ? { code: 'papers.checked-already' } : null) ??
  (faults.length > 0 ? { code: `papers.${faults[0]}` } : null)

export const whyNotFreeze = (acting: Acting, held: HeldPaper): WhyNot =>
  whyNotUnfrozen(acting, held, CLERK) ?? (held.state === 'draft' ? { code: 'papers.check-first' } : null)

/** A frozen paper that nobody has signed and that has no number goes back to be put right. */
export function whyNotThaw(acting: Acting, held: HeldPaper): WhyNot {
  const wrong = whyNotWork(acting, held, CLERK)
  if (wrong) return wrong
  if (held.state !== 'frozen') return { code: 'papers.not-frozen' }
  return held.number !== null || held.parties.some(party => party.signedAt !== null) ? { code: 'papers.signed-already' } : null
}

/** The number is given once the lead has signed, by certificate or, as the clerk attests, by hand. */
export function whyNotNumber(acting: Acting, held: HeldPaper, ink: boolean): WhyNot {
  const wrong = whyNotWork(acting, held, CLERK)
  if (wrong) return wrong
  if (held.number !== null) return { code: 'papers.numbered-already' }
  const turn = turnOf(held)
  if (turn === null) return { code: 'papers.not-frozen' }
  return turn.step === 'number' || (ink && turn.step === 'sign' && turn.bodyId === held.bodyId)
    ? null
    : { code: 'papers.sign-first' }
}

export type DatedBetween = { today: IsoDate; latest: IsoDate | null }

/** Numbers run in the order of time (NĐ 30/2020/NĐ-CP, Điều 15): no day before that of the number before, none to come. */
export function whyNotDated(dated: IsoDate, { today, latest }: DatedBetween): WhyNot {
  if (dated > today) return { code: 'papers.in-future', data: { today } }
  return latest !== null && dated < latest ? { code: 'papers.before-latest', data: { latest } } : null
}

export type Entry = { bodyId: string; standing: string; counted: boolean; kind: string; dated: IsoDate }

/** A number that is kept, or one whose paper nobody has issued, is cancelled with its reason and never used again. */
export function whyNotCancel(acting: Acting, entry: Entry, paper: HeldPaper | null): WhyNot {
  if (bodyOf(acting) !== entry.bodyId) return { code: 'papers.not-yours' }
  const code = whyNotPermitted(CLERK, acting)
  if (code) return { code }
  if (!entry.counted) return { code: 'papers.not-counted' }
  if (entry.standing === 'cancelled') return { code: 'papers.cancelled-already' }
  return paper !== null && paper.state !== 'frozen' ? { code: 'papers.issued-already' } : null
}

function whyNotTurn(acting: Acting, held: HeldPaper, permission: Permission, step: Turn['step']): WhyNot {
  const code = whyNotPermitted(permission, acting)
  if (code) return { code }
  const turn = turnOf(held)
  if (turn === null) return { code: 'papers.not-frozen' }
  if (turn.bodyId !== bodyOf(acting)) return { code: 'papers.not-your-turn' }
  return turn.step === step ? null : { code: `papers.turn-to-${turn.step}` }
}

export const whyNotSign = (acting: Acting, held: HeldPaper): WhyNot => whyNotTurn(acting, held, SIGN, 'sign')

const ownWay = (acting: Acting, held: HeldPaper) => held.parties.find(party => party.bodyId === bodyOf(acting))?.way ?? null

/** The seal comes after the person's signature (TT 01/2019/TT-BNV, Điều 14), on the original that was signed. */
export const whyNotSeal = (acting: Acting, held: HeldPaper): WhyNot =>
  whyNotTurn(acting, held, CLERK, 'seal') ?? (ownWay(acting, held) === 'ink' ? { code: 'papers.signed-in-ink' } : null)

/** A file that was signed or sealed with another tool is handed in by who signed, or by the clerk. */
export const whyNotUpload = (acting: Acting, held: HeldPaper): WhyNot =>
  turnOf(held)?.step === 'seal' ? whyNotSeal(acting, held) : whyNotTurn(acting, held, HAND_IN, 'sign')

/** A file with the certificate of somebody else is taken by the clerk alone, with a reason that stays with it. */
export function whyNotHolder(acting: Acting, told: { holder: string; awaited: string }, reason: string | undefined): WhyNot {
  if (whyNotPermitted(CLERK, acting) !== null) return { code: 'papers.clerk-confirms', data: told }
  return reason === undefined ? { code: 'papers.other-holder', data: { ...told, where: 'reason' } } : null
}

/** The scan of what was signed and sealed by hand: of the lead once it has its number, of a further side in its turn. */
export function whyNotScan(acting: Acting, held: HeldPaper): WhyNot {
  const lead = held.bodyId === bodyOf(acting)
  if (!lead) return whyNotTurn(acting, held, CLERK, 'sign')
  return whyNotTurn(acting, held, CLERK, 'seal') ?? (ownWay(acting, held) === 'ink' ? null : { code: 'papers.signed-by-key' })
}

/** What stands on the scan is what the register gave, on as many pages as were frozen. */
export function whyNotScanned(
  scan: { number: string; dated: IsoDate; pages: number },
  paper: { number: string; dated: IsoDate; pages: number },
): WhyNot {
  if (scan.pages !== paper.pages) return { code: 'papers.pages-differ', data: { pages: scan.pages, wanted: paper.pages } }
  const bare = (number: string) => number.replace(/^0+/, '').toUpperCase()
  if (bare(scan.number) !== bare(paper.number) || scan.dated !== paper.dated)
    return { code: 'papers.number-differs', data: { number: paper.number, day: paper.dated } }
  return null
}

/** What was issued is put right by another paper of its lead: its form by a letter, its content by one of the same type. */
export function whyNotAmend(acting: Acting, held: HeldPaper, amending: { as: AmendsAs; kind: string } | null): WhyNot {
  const wrong = whyNotWork(acting, held)
  if (wrong) return wrong
  if (held.state !== 'issued') return { code: 'papers.not-issued' }
  if (amending?.as === 'corrects' && amending.kind !== 'CV') return { code: 'papers.corrects-by-letter' }
  return amending?.as === 'replaces' && amending.kind !== held.kind ? { code: 'papers.replaces-same-kind' } : null
}

/** Whoever may sign for the lead recalls what was issued (NĐ 30/2020/NĐ-CP, Điều 18). */
export const whyNotRecall = (acting: Acting, held: HeldPaper): WhyNot =>
  whyNotWork(acting, held, SIGN) ?? (held.state === 'issued' ? null : { code: 'papers.not-issued' })
