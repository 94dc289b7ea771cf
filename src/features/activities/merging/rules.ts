import type { Acting } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { type Owned, whyNotChange } from '../rules.ts'

export type MergeState = 'proposed' | 'agreed' | 'declined' | 'withdrawn' | 'parted'
export type Merge = { keptId: string; keptBody: string; mergedId: string; mergedBody: string; state: MergeState }
type Recorded = { ownerBody: string; programmeId: string; removed: boolean }

/** A record that stands for another side too, or is asked to, is not removed under it. */
export const whyNotRemove = (acting: Acting, activity: Owned, standing: readonly Merge[]): WhyNot =>
  whyNotChange(acting, activity) ?? (standing.length > 0 ? { code: 'activities.merge-holds' } : null)

/** A side proposes that its own record stands for that of another side, in the same programme; neither stands for another already. */
export function whyNotPropose(acting: Acting, kept: Recorded, merged: Recorded, standing: readonly Merge[]): WhyNot {
  const wrong = whyNotChange(acting, kept)
  if (wrong) return wrong
  if (merged.removed) return { code: 'activities.removed' }
  if (kept.programmeId !== merged.programmeId) return { code: 'activities.other-programme' }
  if (kept.ownerBody === merged.ownerBody) return { code: 'activities.merge-own' }
  return standing.length > 0 ? { code: 'activities.merge-standing' } : null
}

/** The side whose record is taken in answers. */
export function whyNotAnswer(acting: Acting, merge: Merge): WhyNot {
  const wrong = whyNotChange(acting, { ownerBody: merge.mergedBody, removed: false })
  if (wrong) return wrong
  return merge.state === 'proposed' ? null : { code: 'activities.merge-answered' }
}

/** Only what both sides still record becomes one: else the event would be in no sum at all. */
export function whyNotAgree(acting: Acting, merge: Merge, records: readonly { removed: boolean }[]): WhyNot {
  const wrong = whyNotAnswer(acting, merge)
  if (wrong) return wrong
  return records.some(one => one.removed) ? { code: 'activities.merge-gone' } : null
}

/** The side that proposed takes it back while it is not answered. */
export function whyNotWithdraw(acting: Acting, merge: Merge): WhyNot {
  const wrong = whyNotChange(acting, { ownerBody: merge.keptBody, removed: false })
  if (wrong) return wrong
  return merge.state === 'proposed' ? null : { code: 'activities.merge-answered' }
}

/** The side whose record was taken in takes it out again: the two were not one event. */
export function whyNotPart(acting: Acting, merge: Merge): WhyNot {
  const wrong = whyNotChange(acting, { ownerBody: merge.mergedBody, removed: false })
  if (wrong) return wrong
  return merge.state === 'agreed' ? null : { code: 'activities.merge-not-agreed' }
}
