import type { IsoDate } from '../../kernel/dates.ts'
import { addDays, isoDate } from '../../kernel/dates.ts'
import { boundsOf, type Cutoffs, type ReportingProfile, type ReportPeriod } from '../../kernel/periods.ts'
import { type Act, type Acting, deciders, whyNotPermitted, whyNotSendOut, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { ReviewState, Section, Texts } from './contract.ts'

/** What the rules need to know of a review. */
/** `disputed` where a side holds a figure to be wrong, `written` once the sides write its text together. */
export type ReviewFacts = { ownerBody: string; state: ReviewState; texts: Texts; disputed: boolean; written?: boolean }

/** Sections that must be written before anything is frozen: what fell short, and at least one kind of cause. */
export function missingSections(texts: Texts): Section[] {
  const empty = (section: Section) => !texts[section]
  const causes: Section[] =
    empty('causes-objective') && empty('causes-subjective') ? ['causes-objective', 'causes-subjective'] : []
  return [...(empty('difficulties') ? (['difficulties'] as const) : []), ...causes]
}

const bodyOf = (acting: Acting): string | null => (typeof acting === 'string' ? null : acting.bodyId)

function whyNotRole(acting: Acting, roles: typeof workers, act: Act = 'sign'): WhyNot {
  const code = whyNotPermitted({ roles, reach: 'own', act }, acting)
  return code ? { code } : null
}

/** Officers and leaders of the side that compiles it write while it is a draft. */
export function whyNotWrite(acting: Acting, review: ReviewFacts): WhyNot {
  if (review.state === 'frozen') return { code: 'reviews.frozen' }
  if (bodyOf(acting) !== review.ownerBody) return { code: 'reviews.not-your-review' }
  if (review.state === 'proposed') return { code: 'reviews.take-back-first' }
  return whyNotRole(acting, workers)
}

/** A leader shares a draft with the other parties; who works on it, or the clerk, once a leader has cleared exactly this. */
export function whyNotPropose(acting: Acting, review: ReviewFacts, cleared: boolean): WhyNot {
  if (bodyOf(acting) !== review.ownerBody) return { code: 'reviews.not-your-review' }
  if (review.state !== 'draft') return { code: 'reviews.not-a-draft' }
  return whyNotSendOut(acting, cleared)
}

/** A leader of the side that proposed it takes it back to write on; agreements given so far fall. */
export function whyNotTakeBack(acting: Acting, review: ReviewFacts): WhyNot {
  if (bodyOf(acting) !== review.ownerBody) return { code: 'reviews.not-your-review' }
  if (review.state !== 'proposed') return { code: 'reviews.not-proposed' }
  if (review.written) return { code: 'reviews.written-together' }
  return whyNotRole(acting, deciders)
}

/** A report that lies before every party is written by all of them: officers and leaders of each. */
export function whyNotWriteTogether(acting: Acting, { state, written }: Pick<ReviewFacts, 'state' | 'written'>): WhyNot {
  if (state === 'frozen') return { code: 'reviews.frozen' }
  if (state === 'draft') return { code: 'reviews.propose-first' }
  return written ? whyNotRole(acting, workers) : { code: 'reviews.text-not-begun' }
}

/** The shared text is begun once, by whoever of the parties comes first. */
export const whyNotBeginText = (acting: Acting, review: Pick<ReviewFacts, 'state' | 'written'>): WhyNot =>
  review.written ? { code: 'reviews.text-begun' } : whyNotWriteTogether(acting, { ...review, written: true })

/** What was proposed is frozen once shortcomings and causes are written, and each side agrees once. */
export function whyNotAgreeable(review: Pick<ReviewFacts, 'state' | 'texts' | 'disputed'>, agreed = false): WhyNot {
  if (review.state === 'frozen') return { code: 'reviews.frozen' }
  if (review.state === 'draft') return { code: 'reviews.propose-first' }
  const missing = missingSections(review.texts)
  if (missing.length > 0)
    return { code: missing.includes('difficulties') ? 'reviews.difficulties-missing' : 'reviews.causes-missing' }
  if (review.disputed) return { code: 'reviews.figures-disputed' }
  return agreed ? { code: 'agreement.given' } : null
}

/** What is frozen is put right or added to by a report of its own, which either side may begin. */
export const whyNotFollow = (acting: Acting, { state }: Pick<ReviewFacts, 'state'>): WhyNot =>
  state === 'frozen' ? whyNotRole(acting, workers) : { code: 'reviews.not-frozen' }

/** Leaders of every party freeze it. */
export const whyNotFreeze = (acting: Acting, review: ReviewFacts, agreed = false): WhyNot =>
  whyNotAgreeable(review, agreed) ?? whyNotRole(acting, deciders, 'freeze')

/** A side that has agreed takes that back until the last one agrees too. */
export function whyNotWithdraw(acting: Acting, { state }: Pick<ReviewFacts, 'state'>, agreed: boolean): WhyNot {
  if (state === 'frozen') return { code: 'reviews.frozen' }
  return agreed ? whyNotRole(acting, deciders, 'freeze') : { code: 'reviews.not-agreed-yet' }
}

export const whyNotOpen = (acting: Acting): WhyNot => whyNotRole(acting, workers)

/**
 * The day a report is due. NĐ 09/2019/NĐ-CP leaves it to whoever orders the report, at least a working day after the cut-off;
 * the ethnic affairs sector asks for 20/6 and 20/12. Other profiles: ten days after the period.
 */
export function dueDateOf(period: ReportPeriod, profile: ReportingProfile, to: IsoDate): IsoDate {
  if (profile !== 'nd09') return addDays(to, 10)
  return isoDate(period.year, period.kind === 'half-year' && period.half === 1 ? 6 : 12, 20)
}

/** The whole term of a programme, told in its last year. */
export const finalPeriod = ({ from, to }: { from: number; to: number }): ReportPeriod => ({
  kind: 'final',
  year: to,
  half: null,
  first: from,
})

/** The same period a year earlier. */
export const yearBefore = (period: ReportPeriod): ReportPeriod => ({ ...period, year: period.year - 1 })

/** The two reports of a year that are waited for: the first half and the year. */
export const expectedPeriods = (year: number): ReportPeriod[] => [
  { kind: 'half-year', year, half: 1 },
  { kind: 'year', year, half: null },
]

/** Reports whose figures are closed and that are due between `since` and `until`, with their bounds. */
export function periodsDue({ profile, cutoffs, from, to }: Reported, since: IsoDate, until: IsoDate) {
  const years = [-1, 0, 1].map(step => Number(until.slice(0, 4)) + step)
  return [...years.flatMap(expectedPeriods), finalPeriod({ from, to })]
    .map(period => {
      const bounds = boundsOf(period, profile, cutoffs)
      return { period, bounds, dueOn: dueDateOf(period, profile, bounds.to) }
    })
    .filter(({ dueOn }) => dueOn >= since && dueOn <= until)
}

/** A review is of a year within the programme's period, the final one of its last. */
export function whyNotPeriod(
  { kind, year }: Pick<ReportPeriod, 'kind' | 'year'>,
  programme: { from: number; to: number },
): WhyNot {
  if (year < programme.from || year > programme.to) return { code: 'reviews.year-outside', data: programme }
  return kind === 'final' && year !== programme.to ? { code: 'reviews.final-in-last-year', data: { year: programme.to } } : null
}

/** Periods that one would review today: those of this year and the last, begun already, the newest first. */
export function offeredPeriods(programme: Reported, today: IsoDate): ReportPeriod[] {
  const year = Number(today.slice(0, 4))
  return [year + 1, year, year - 1]
    .filter(one => one >= programme.from && one <= programme.to)
    .flatMap((one): ReportPeriod[] => [
      ...(one === programme.to ? [finalPeriod(programme)] : []),
      { kind: 'year', year: one, half: null },
      { kind: 'half-year', year: one, half: 2 },
      { kind: 'half-year', year: one, half: 1 },
    ])
    .filter(({ kind, year: of, half }) => {
      // A final report is begun in the last year of the term, not in its first.
      const begins: ReportPeriod = { kind: kind === 'final' ? 'year' : kind, year: of, half }
      return boundsOf(begins, programme.profile, programme.cutoffs).from <= today
    })
}

export type Reported = { from: number; to: number; profile: ReportingProfile; cutoffs: Cutoffs | null }

/**
 * Whose turn a proposed review is. A side that agreed waits for the others, until another side has agreed
 * to a later content: then figures moved in between and it is asked again.
 */
export function waitsFor(own: string, standing: readonly { bodyId: string; digest: string; at: Date }[]): 'us' | 'them' {
  const ours = standing.find(one => one.bodyId === own)
  if (!ours) return 'us'
  return standing.some(one => one.digest !== ours.digest && one.at > ours.at) ? 'us' : 'them'
}
