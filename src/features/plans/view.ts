import type { IsoDate } from '../../kernel/dates.ts'
import { type Cutoffs, type ReportingProfile, reportYearOf } from '../../kernel/periods.ts'
import type { Acting } from '../../kernel/permissions.ts'
import type { ItemContent, ItemTarget, ItemTiming } from './contract.ts'
import type { Thread } from './earlier.ts'
import { type ItemSums, type Progress, printProgress, progressOf } from './progress.ts'
import { whyNotClose, whyNotReopen } from './rules.ts'
import { closingOf, type ItemRow } from './store.ts'

export type Reporting = { profile: ReportingProfile; cutoffs: Cutoffs | null }
/** One item as screens show it. `reportYear` is told only where it is not the plan's year. */
export type ItemView = ItemTiming & {
  id: string
  position: number
  clausePath: string
  commitmentId: string | null
  title: string
  leadBodies: string[]
  supportBodies: string[]
  others: string[]
  target: ItemTarget | null
  product: string | null
  places: string[] | null
  audience: string | null
  droppedReason: string | null
  carried: ItemContent['carried']
  /** The lines of other years that it goes on with, or that go on with it. */
  thread: Thread
  closed: boolean
  version: number
  progress: Progress
  progressText: string
  activities: number
  reportYear: number | null
  can: { close: boolean; reopen: boolean }
}

export function itemView(
  item: ItemRow,
  { sums, thread, proven }: { sums: ItemSums; thread: Thread; proven: boolean },
  at: { year: number; today: IsoDate; acting: Acting; reporting: Reporting },
): ItemView {
  const { planId: _plan, programmeId: _programme, closedAt: _closed, ...shown } = item
  const closing = closingOf(item)
  const { closed } = closing
  const progress = progressOf({ ...item, ...closing, year: at.year }, sums, at.today)
  return {
    ...shown,
    thread,
    closed,
    progress,
    progressText: printProgress(progress, item, sums),
    activities: sums.activities,
    // The year's last day is a limit, not the day of the work.
    reportYear: item.dueOn?.endsWith('-12-31') ? null : otherReportYear(item.dueOn, at.year, at.reporting),
    can: { close: whyNotClose(at.acting, closing, proven) === null, reopen: whyNotReopen(at.acting, { closed }) === null },
  }
}

/** The year whose reports take an activity of this day, where it is another than the plan's. */
export function otherReportYear(day: IsoDate | null, year: number, { profile, cutoffs }: Reporting): number | null {
  if (day === null) return null
  const counted = reportYearOf(day, profile, cutoffs)
  return counted === year ? null : counted
}

export const reportingOf = (programme: { reporting: string; reporting_cutoffs: unknown }): Reporting => ({
  profile: programme.reporting as ReportingProfile,
  cutoffs: programme.reporting_cutoffs as Cutoffs | null,
})
