import { addMonths, type IsoDate } from '../../../kernel/dates.ts'
import { type Acting, leaders, whyNotPermitted, workers } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { whyNotUndo, whyNotYet } from '../rules.ts'
import type { CommendationState } from './contract.ts'
import { FORMS, type FormKey } from './forms.ts'

/** The keeping body works on its rounds; every party of the programme puts forward. */
export const KEEP = { roles: workers, reach: 'own' } as const
export const PROPOSE = { roles: workers, reach: 'party' } as const
/** What other sides see is shown by a leader. */
export const SHOW = { roles: leaders, reach: 'own' } as const

export type Step = 'dossier' | 'vote' | 'decide' | 'award' | 'stop'
export type Round = {
  bodyId: string
  form: FormKey
  state: CommendationState
  programmeId: string | null
  shared: boolean
  /** Day of the last step. */
  lastDay: IsoDate | null
  movedBy: string
  movedAt: Date
}

/** Where no council is asked, a decision may follow the dossier. */
const FROM: Record<Step, (form: FormKey) => readonly CommendationState[]> = {
  dossier: () => ['open'],
  vote: () => ['dossier'],
  decide: form => (FORMS[form].share === null ? ['dossier', 'voted'] : ['voted']),
  award: () => ['decided'],
  stop: () => ['open', 'dossier', 'voted'],
}
type Taken = { voted: boolean; handedIn: boolean }
const BEFORE: Partial<Record<CommendationState, (taken: Taken) => CommendationState>> = {
  dossier: () => 'open',
  voted: () => 'dossier',
  decided: ({ voted }) => (voted ? 'voted' : 'dossier'),
  awarded: () => 'decided',
  stopped: ({ voted, handedIn }) => (voted ? 'voted' : handedIn ? 'dossier' : 'open'),
}

/** The step that a round waits for; null at its end. */
export function nextStep({ state, form }: Pick<Round, 'state' | 'form'>): Step | null {
  if (state === 'open') return 'dossier'
  if (state === 'dossier') return FORMS[form].share === null ? 'decide' : 'vote'
  if (state === 'voted') return 'decide'
  return state === 'decided' ? 'award' : null
}

export function whyNotKeep(
  acting: Acting,
  { bodyId }: Pick<Round, 'bodyId'>,
  permission: typeof KEEP | typeof SHOW = KEEP,
): WhyNot {
  if (acting !== 'system' && (typeof acting === 'string' || acting.bodyId !== bodyId)) return { code: 'commendations.not-yours' }
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

/** Whoever asks: the round stands where this step follows. */
export const whyNotFollows = (step: Step, { form, state }: Pick<Round, 'form' | 'state'>): WhyNot =>
  FROM[step](form).includes(state) ? null : { code: 'commendations.wrong-state', data: { state } }

export const whyNotStep = (acting: Acting, step: Step, round: Round): WhyNot =>
  whyNotKeep(acting, round) ?? whyNotFollows(step, round)

/** A step has happened, and not before what it follows. */
export function whyNotOn(on: IsoDate, { lastDay }: Pick<Round, 'lastDay'>, today: IsoDate): WhyNot {
  const early = whyNotYet(on, today)
  if (early) return early
  return lastDay !== null && on < lastDay ? { code: 'commendations.before-last', data: { day: lastDay } } : null
}

export const whyNotPropose = ({ state }: Pick<Round, 'state'>): WhyNot =>
  state === 'open' ? null : { code: 'commendations.wrong-state', data: { state } }

export function whyNotShow(acting: Acting, round: Round): WhyNot {
  const wrong = whyNotKeep(acting, round, SHOW)
  if (wrong) return wrong
  if (round.programmeId === null) return { code: 'commendations.no-programme' }
  return round.shared ? { code: 'commendations.shared-already' } : whyNotPropose(round)
}

/** Whoever took the last step takes it back, shortly afterwards. */
export function whyNotStepBack(acting: Acting, round: Round, now: Date): WhyNot {
  const wrong = whyNotKeep(acting, round)
  if (wrong) return wrong
  if (!BEFORE[round.state]) return { code: 'commendations.wrong-state', data: { state: round.state } }
  if (typeof acting !== 'string' && acting.accountId !== round.movedBy) return { code: 'commendations.not-your-step' }
  return whyNotUndo(round.movedAt, now)
}
export const stateBefore = (state: CommendationState, taken: Taken): CommendationState => BEFORE[state]!(taken)

/** Each who was put forward is voted on once, by no more than there are members. */
export function whyNotVotes(
  lines: readonly string[],
  votes: readonly { lineId: string; votes: number }[],
  members: number,
): WhyNot {
  const voted = new Set(votes.map(one => one.lineId))
  const whole = voted.size === votes.length && voted.size === lines.length && lines.every(line => voted.has(line))
  if (!whole) return { code: 'commendations.votes-missing' }
  return votes.some(one => one.votes > members) ? { code: 'commendations.too-many-votes', data: { members } } : null
}

/** Only who was chosen is commended. */
export const whyNotAwards = (choosable: readonly string[], awards: readonly { lineId: string }[]): WhyNot =>
  new Set(awards.map(one => one.lineId)).size === awards.length && awards.every(one => choosable.includes(one.lineId))
    ? null
    : { code: 'commendations.not-chosen' }

/** Months that names are kept: of who was commended five years, of the others one year after the end. */
export const KEPT_MONTHS = { commended: 60, others: 12 } as const
export const forgottenOn = (endedOn: IsoDate, commended: boolean): IsoDate =>
  addMonths(endedOn, commended ? KEPT_MONTHS.commended : KEPT_MONTHS.others)
