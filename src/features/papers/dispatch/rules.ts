import type { IsoDate } from '../../../kernel/dates.ts'
import { type Acting, whyNotPermitted, workers } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import type { HeldPaper } from '../contract.ts'
import { CLERK, whyNotWork } from '../rules.ts'
import type { Sending } from './contract.ts'

/** The head of the body says who leads and by when; the clerk writes it down (NĐ 30/2020/NĐ-CP, Điều 23). */
export const GIVE = { roles: ['leader', 'clerk'], reach: 'own' } as const
export const SETTLE = { roles: [...workers, 'clerk'], reach: 'own' } as const

/** The lead's clerk sends what was issued (Điều 18); what was recalled goes nowhere. */
export const whyNotSend = (acting: Acting, held: HeldPaper): WhyNot =>
  whyNotWork(acting, held, CLERK) ?? (held.state === 'issued' ? null : { code: 'papers.not-issued' })

/** Each way says where it leads: a body of the site, or an address. */
export function whyNotSending({ way, toBodyId, mailTo }: Sending): WhyNot {
  if (way === 'inside' && !toBodyId) return { code: 'papers.no-body' }
  return way === 'mail' && !mailTo ? { code: 'papers.no-mail' } : null
}

/** A letter of which nothing was heard for so long was dropped on the way: no job carries it any more. */
const HEARD_WITHIN_MS = 60 * 60_000
export const droppedBefore = (now: Date): Date => new Date(now.getTime() - HEARD_WITHIN_MS)

type Mailed = { way: string; fate: string | null; sentAt: string }

/** Did not leave, or nobody knows whether it did. */
export const isStranded = ({ way, fate, sentAt }: Mailed, now: Date): boolean =>
  way === 'mail' && (fate === null ? new Date(sentAt) < droppedBefore(now) : fate !== 'sent')

/** A letter by mail goes again where it is stranded. */
export const whyNotMailAgain = (acting: Acting, held: HeldPaper, sent: Mailed, now: Date): WhyNot =>
  whyNotSend(acting, held) ?? (isStranded(sent, now) ? null : { code: 'papers.mail-left' })

export type Dispatched = { toBody: string | null; way: string; received: boolean; returned: boolean }

/** What was sent to the own body within the site is received or sent back, once (Điều 21). */
export function whyNotReceive(acting: Acting, sent: Dispatched): WhyNot {
  const code = whyNotPermitted(CLERK, acting)
  if (code) return { code }
  if (typeof acting === 'string' || sent.way !== 'inside' || sent.toBody !== acting.bodyId)
    return { code: 'papers.not-addressee' }
  if (sent.received) return { code: 'papers.received-already' }
  return sent.returned ? { code: 'papers.returned-already' } : null
}

export const whyNotArrived = (arrivedOn: IsoDate, dated: IsoDate, today: IsoDate): WhyNot =>
  arrivedOn > today ? { code: 'papers.in-future', data: { today } } : arrivedOn < dated ? { code: 'papers.before-dated' } : null

type Came = { bodyId: string; leadUnit: string | null; settledOn: IsoDate | null }

const whyNotOwn = (acting: Acting, came: Came): WhyNot =>
  typeof acting !== 'string' && acting.bodyId === came.bodyId ? null : { code: 'papers.not-yours' }

export function whyNotGive(acting: Acting, came: Came): WhyNot {
  const code = whyNotPermitted(GIVE, acting)
  return (code ? { code } : whyNotOwn(acting, came)) ?? (came.settledOn ? { code: 'papers.settled-already' } : null)
}

export function whyNotSettle(acting: Acting, came: Came): WhyNot {
  const code = whyNotPermitted(SETTLE, acting)
  if (code) return { code }
  return (
    whyNotOwn(acting, came) ??
    (came.settledOn ? { code: 'papers.settled-already' } : came.leadUnit === null ? { code: 'papers.not-given' } : null)
  )
}
