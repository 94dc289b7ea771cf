import type { IsoDate } from '../../kernel/dates.ts'
import { type Acting, leaders, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Checked } from './checks.ts'
import type { Board, Member, StepKind, SupervisionForm, SupervisionState } from './contract.ts'
import { type End, stateOfEnds } from './ends.ts'
import { boundsOf, type ReportPeriod } from './periods.ts'

export const WORK = { roles: workers, reach: 'own' } as const
/** Terms are the province's: its administrators keep them. */
export const KEEP = { roles: ['administrator'], reach: 'site' } as const
/** What is shown to another side is shown by a leader. */
export const LEAD = { roles: leaders, reach: 'own' } as const

/** Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 41. */
export const LEAST_BOARD = 5

/** From which states a step may be taken. What a remedy and a second look lead to, the ends of the findings say. */
const FLOW: Record<StepKind, { from: readonly SupervisionState[]; to: SupervisionState | null }> = {
  notify: { from: ['planned'], to: 'notified' },
  visit: { from: ['notified', 'visiting'], to: 'visiting' },
  conclude: { from: ['notified', 'visiting'], to: 'findings' },
  recommend: { from: ['findings'], to: 'recommended' },
  confirm: { from: ['recommended'], to: 'confirmed-by-front' },
  send: { from: ['recommended', 'confirmed-by-front'], to: 'sent' },
  answer: { from: ['sent'], to: 'answered' },
  remedy: { from: ['answered'], to: null },
  'see-again': { from: ['answered', 'repaired', 'explained'], to: null },
  close: { from: ['findings', 'seen-again'], to: 'closed' },
}

/** Where a step leads; `ends`: how the findings that asked for something stand after it. */
export const stateAfter = (kind: StepKind, ends: readonly End[] = []): SupervisionState => FLOW[kind].to ?? stateOfEnds(ends)

/** What the rules need to know. `asked`: findings that ask for something; `unseen`: those of them that wait to be seen again. */
export type Held = {
  bodyId: string
  state: SupervisionState
  form: SupervisionForm
  lastDay: IsoDate | null
  startsOn: IsoDate
  shared: boolean
  programmeId: string | null
  asked: number
  unseen: number
}

/** The one step that it waits for; null at its end. */
export function nextStep({ state, form, asked }: Pick<Held, 'state' | 'form' | 'asked'>): StepKind | null {
  const next: Record<SupervisionState, StepKind | null> = {
    planned: 'notify',
    // Papers are read where they lie.
    notified: form === 'papers' ? 'conclude' : 'visit',
    visiting: 'conclude',
    findings: asked > 0 ? 'recommend' : 'close',
    recommended: form === 'board' ? 'confirm' : 'send',
    'confirmed-by-front': 'send',
    sent: 'answer',
    answered: 'remedy',
    repaired: 'see-again',
    explained: 'see-again',
    'seen-again': 'close',
    closed: null,
  }
  return next[state]
}

/** It lies with whom it was sent to. */
export const isAway = (state: SupervisionState): boolean => state === 'sent'

const whyNotRole = (permission: typeof WORK | typeof LEAD, acting: Acting): WhyNot => {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

/** Only the body that carries a supervision works on it. */
export function whyNotWork(
  acting: Acting,
  { bodyId }: Pick<Held, 'bodyId'>,
  permission: typeof WORK | typeof LEAD = WORK,
): WhyNot {
  if (acting !== 'system' && (typeof acting === 'string' || acting.bodyId !== bodyId)) return { code: 'supervision.not-yours' }
  return whyNotRole(permission, acting)
}

export function whyNotStep(acting: Acting, kind: StepKind, held: Held): WhyNot {
  const wrong = whyNotWork(acting, held)
  if (wrong) return wrong
  if (!FLOW[kind].from.includes(held.state)) return { code: 'supervision.wrong-state', data: { state: held.state } }
  if (kind === 'conclude' && held.state === 'notified' && held.form !== 'papers') return { code: 'supervision.no-visit' }
  if (kind === 'see-again' && held.unseen === 0) return { code: 'supervision.none-waits-see-again' }
  if (kind === 'recommend' && held.asked === 0) return { code: 'supervision.nothing-asked' }
  // What was asked for ends only when each of it was repaired or explained, and seen again.
  if (kind === 'close' && held.state === 'findings' && held.asked > 0) return { code: 'supervision.asked-open' }
  // Luật 10/2022/QH15, Điều 45: the Front of the commune confirms every written recommendation of a board; of others nobody does.
  if (kind === 'send' && held.form === 'board' && held.state === 'recommended') return { code: 'supervision.not-confirmed' }
  if (kind === 'confirm' && held.form !== 'board') return { code: 'supervision.no-board' }
  return null
}

/** A step has happened, and not before what it follows: no answer before its question. */
export function whyNotDay(day: IsoDate, { lastDay }: Pick<Held, 'lastDay'>, today: IsoDate): WhyNot {
  if (day > today) return { code: 'supervision.not-yet', data: { today } }
  return lastDay !== null && day < lastDay ? { code: 'supervision.before-last', data: { last: lastDay } } : null
}

/** A paper that answers is not dated before the letter that asked. */
export const whyNotPaperDay = (date: IsoDate, { lastDay }: Pick<Held, 'lastDay'>): WhyNot =>
  lastDay !== null && date < lastDay ? { code: 'supervision.before-last', data: { last: lastDay } } : null

export const whyNotDays = (startsOn: IsoDate | null, endsOn: IsoDate | null): WhyNot =>
  startsOn !== null && endsOn !== null && endsOn < startsOn ? { code: 'supervision.end-before-start' } : null

export const seatsOf = ({ front, inspectors, villagers }: Board): number => front + inspectors + villagers

/** Who carries it out: a board of at least five counted by kind with conflicts asked, or a team of officials by body and post. */
export function whyNotTeam(
  form: SupervisionForm,
  { board, members, conflictsAsked }: { board?: Board | undefined; members: readonly Member[]; conflictsAsked: boolean },
): WhyNot {
  if (form !== 'board') {
    if (board) return { code: 'supervision.no-board' }
    return members.filter(member => member.heads).length > 1 ? { code: 'supervision.one-head' } : null
  }
  if (members.length > 0) return { code: 'supervision.board-by-counts' }
  if (!board || seatsOf(board) < LEAST_BOARD) return { code: 'supervision.small-board', data: { least: LEAST_BOARD } }
  return conflictsAsked ? null : { code: 'supervision.conflicts-not-asked' }
}

/** The plan is put right until the visits begin. */
export const whyNotChange = (acting: Acting, held: Held): WhyNot =>
  whyNotWork(acting, held) ?? (held.state === 'planned' || held.state === 'notified' ? null : { code: 'supervision.begun' })

/** Findings are written while it is seen, until what is asked for leaves. */
export const whyNotFinding = (acting: Acting, held: Held): WhyNot =>
  whyNotWork(acting, held) ??
  (held.state === 'visiting' || held.state === 'findings' || (held.state === 'notified' && held.form === 'papers')
    ? null
    : { code: 'supervision.not-seeing', data: { state: held.state } })

/** A finding is written of a line that is not in order, and once. */
export const whyNotFromCheck = (checked: Pick<Checked, 'result' | 'finding'> | undefined): WhyNot => {
  if (checked?.result !== 'not-in-order') return { code: 'supervision.check-in-order' }
  return checked.finding === null ? null : { code: 'supervision.check-found' }
}

/** What was found was seen during the visits. */
export function whyNotSeenOn(seenOn: IsoDate, { startsOn }: Pick<Held, 'startsOn'>, today: IsoDate): WhyNot {
  if (seenOn > today) return { code: 'supervision.not-yet', data: { today } }
  return seenOn < startsOn ? { code: 'supervision.before-visit', data: { start: startsOn } } : null
}

const UNDO_MINUTES = 10

export function whyNotTakeBack(
  acting: Acting,
  held: Held,
  step: { isLast: boolean; createdBy: string; ageMinutes: number },
): WhyNot {
  const wrong = whyNotWork(acting, held)
  if (wrong) return wrong
  if (!step.isLast) return { code: 'supervision.not-last' }
  if (typeof acting !== 'string' && acting.accountId !== step.createdBy) return { code: 'supervision.not-your-step' }
  return step.ageMinutes <= UNDO_MINUTES ? null : { code: 'supervision.too-late', data: { minutes: UNDO_MINUTES } }
}

/** A leader shows a supervision to the other parties of its programme, with findings, photos and answers. */
export function whyNotShare(acting: Acting, held: Held): WhyNot {
  const wrong = whyNotWork(acting, held, LEAD)
  if (wrong) return wrong
  if (held.programmeId === null) return { code: 'supervision.no-programme' }
  return held.shared ? { code: 'supervision.shared-already' } : null
}
export const whyNotUnshare = (acting: Acting, held: Held): WhyNot =>
  whyNotWork(acting, held, LEAD) ?? (held.shared ? null : { code: 'supervision.not-shared' })

/** A report is of a period that is over, and its paper is not older than the period. */
export function whyNotReport(acting: Acting, period: ReportPeriod, paperDate: IsoDate | null, today: IsoDate): WhyNot {
  const wrong = whyNotRole(WORK, acting)
  if (wrong) return wrong
  const { to } = boundsOf(period)
  if (today <= to) return { code: 'supervision.period-runs', data: { to } }
  if (paperDate === null) return null
  if (paperDate > today) return { code: 'supervision.not-yet', data: { today } }
  return paperDate <= to ? { code: 'supervision.report-early', data: { to } } : null
}

/** Kinds of activity that tell of a supervision. */
export const TELLING_KINDS: readonly string[] = ['supervision', 'inspection', 'survey']

/** What a rule on linking needs to know of an activity. `toldOf`: the supervision that it tells of already. */
export type Telling = { ownerBody: string; programmeId: string; kind: string; removed: boolean; toldOf: string | null }

/** An activity of the own body tells of one supervision of the same programme, so that the event counts once. */
export function whyNotLink(acting: Acting, held: Held, activity: Telling): WhyNot {
  const wrong = whyNotWork(acting, held)
  if (wrong) return wrong
  if (activity.removed || activity.ownerBody !== held.bodyId) return { code: 'supervision.not-your-activity' }
  if (!TELLING_KINDS.includes(activity.kind)) return { code: 'supervision.other-kind' }
  if (activity.programmeId !== held.programmeId) return { code: 'supervision.other-programme' }
  return activity.toldOf === null ? null : { code: 'supervision.told-already' }
}

/** Of what was seen a picture is shown, and nothing else. */
export const whyNotPicture = (mediaType: string): WhyNot =>
  mediaType.startsWith('image/') ? null : { code: 'supervision.no-picture' }

/** A term that was written lies after the day that it counts from. */
export const whyNotTerm = (term: { on: IsoDate } | null, day: IsoDate, given: { on: IsoDate } | undefined): WhyNot =>
  given && term && term.on < day ? { code: 'supervision.term-past', data: { from: day } } : null
