import { type IsoDate, yearOf } from '../../kernel/dates.ts'
import { type Acting, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { type BreakdownRow, whyNotBreakdown } from './breakdown.ts'
import { type Details, whyNotDetails } from './details.ts'
import { type KindBook, kindAs, kindNow, type ListedKind } from './kind-book.ts'

type Amount = { value: number } | undefined
type Figures = { kind: string; details: Details; breakdown: readonly BreakdownRow[]; count?: Amount; reach?: Amount }
/** A kind and its version that a record has already. */
type Recorded = { kind: string; kindVersion: number }

export const WORK = { roles: workers, reach: 'party' } as const

export type HeldOn = { heldOn: IsoDate; heldTo?: IsoDate | undefined }

/** What is recorded has happened: not after today, not before the programme begins nor once it has ended, and it ends after it begins. */
export function whyNotHeld(
  { heldOn, heldTo }: HeldOn,
  programme: { periodFrom: number; periodTo: number; endedOn?: IsoDate | null },
  today: IsoDate,
): WhyNot {
  if (heldTo !== undefined && heldTo < heldOn) return { code: 'activities.ends-before' }
  if ((heldTo ?? heldOn) > today) return { code: 'activities.not-yet', data: { today } }
  const { periodFrom: from, periodTo: to, endedOn } = programme
  if (endedOn && (heldTo ?? heldOn) >= endedOn) return { code: 'programmes.ended-early', data: { on: endedOn } }
  return yearOf(heldOn) < from || yearOf(heldOn) > to ? { code: 'activities.outside-programme', data: { from, to } } : null
}

/** Items are of one programme and of the year's plan as it stands: what was left out gathers no work. */
export function whyNotItems(
  items: readonly { programmeId: string; droppedReason: string | null }[],
  programmeId: string,
): WhyNot {
  if (items.some(item => item.programmeId !== programmeId)) return { code: 'activities.other-programme' }
  return items.some(item => item.droppedReason !== null) ? { code: 'plans.item-dropped' } : null
}

export type Owned = { ownerBody: string; removed: boolean /** Taken in by a joint activity. */; merged?: boolean }

/** Only the side that recorded an activity changes it, and only its workers. */
export function whyNotChange(acting: Acting, activity: Owned): WhyNot {
  const code = whyNotPermitted(WORK, acting)
  if (code) return { code }
  if (typeof acting !== 'string' && acting.bodyId !== activity.ownerBody) return { code: 'activities.not-yours' }
  return activity.removed ? { code: 'activities.removed' } : null
}

export const whyNotRestore = (acting: Acting, activity: Owned): WhyNot =>
  activity.merged
    ? { code: 'activities.merged' }
    : activity.removed
      ? whyNotChange(acting, { ...activity, removed: false })
      : { code: 'activities.not-removed' }

/** The kind that a record is made under; what was recorded before keeps the version that it was recorded under. */
export const kindUnder = (book: KindBook, key: string, before?: Recorded): ListedKind | null =>
  before?.kind === key ? kindAs(book, key, before.kindVersion) : kindNow(book, key)

/** Whether the figures of a record hold: its kind is on the list, what it asks is there, its fields fit, and so does the split. */
export function whyNotFigures(book: KindBook, fields: Figures, before?: Recorded): WhyNot {
  const kind = kindUnder(book, fields.kind, before)
  if (!kind) return { code: 'activities.unknown-kind' }
  if (kind.standing !== 'current' && before?.kind !== fields.kind)
    return { code: 'activities.kind-closed', data: { name: kind.name } }
  return (
    whyNotComplete(kind, fields) ??
    whyNotDetails(kind.fields, fields.details) ??
    whyNotBreakdown(fields.breakdown, fields.reach?.value ?? null)
  )
}

function whyNotComplete({ required, count, reach, fields }: ListedKind, written: Figures): WhyNot {
  const missing = required.find(key =>
    key === 'count' || key === 'reach' ? written[key] === undefined : written.details[key] === undefined,
  )
  if (missing === undefined) return null
  const field = missing === 'count' ? count : missing === 'reach' ? reach : fields.find(one => one.key === missing)?.label
  return { code: 'activities.missing-field', data: { field: field ?? missing } }
}
