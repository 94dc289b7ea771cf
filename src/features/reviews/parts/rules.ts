import type { IsoDate } from '../../../kernel/dates.ts'
import { type Acting, whyNotPermitted, workers } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import type { ReviewState } from '../contract.ts'
import { type ReviewFacts, whyNotWriteTogether } from '../rules.ts'
import type { PartState } from './contract.ts'

export const PART_WORK = { roles: workers, reach: 'party' } as const

/** What the rules need to know of a part; `dropped` where it is no longer asked for. */
export type PartFacts = { bodyId: string; state: PartState; dropped: boolean; reviewState: ReviewState }

/** A part of the shared text is asked from a unit of the own side, by a day that is to come. */
export const whyNotAskPart = (acting: Acting, review: Pick<ReviewFacts, 'state' | 'written'>): WhyNot =>
  whyNotWriteTogether(acting, review)
export const whyNotDue = (dueOn: IsoDate, today: IsoDate): WhyNot =>
  dueOn < today ? { code: 'reviews.part-due-past', data: { today } } : null

function whyNotOwn(acting: Acting, { bodyId, dropped, reviewState }: PartFacts): WhyNot {
  if (reviewState === 'frozen') return { code: 'reviews.frozen' }
  const code = whyNotPermitted(PART_WORK, acting)
  if (code) return { code }
  if (typeof acting === 'string' || acting.bodyId !== bodyId) return { code: 'reviews.not-your-part' }
  return dropped ? { code: 'reviews.part-dropped' } : null
}

/** The unit hands in what was asked, or what came back to it. */
export const whyNotHandIn = (acting: Acting, part: PartFacts): WhyNot =>
  whyNotOwn(acting, part) ?? (part.state === 'handed-in' ? { code: 'reviews.part-handed-in' } : null)

/** What came is sent back with a reason; the words stay in the text until they are handed in anew. */
export const whyNotReturnPart = (acting: Acting, part: PartFacts): WhyNot =>
  whyNotOwn(acting, part) ?? (part.state === 'handed-in' ? null : { code: 'reviews.part-not-handed-in' })

/** What has not come is no longer asked for; `back` undoes that. */
export const whyNotDropPart = (acting: Acting, part: PartFacts, back = false): WhyNot =>
  whyNotHandIn(acting, back ? { ...part, dropped: false } : part)
