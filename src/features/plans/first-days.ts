import type { Stretch } from '../../engine/feature.ts'
import type { IsoDate } from '../../kernel/dates.ts'

export type CountedDay = { dueOn: IsoDate; count: number }

/** The first days of each stretch that make up `most` lines, and how many lines of the stretch lie on the days after. `counted` is in the order of days. */
export function firstDays(
  counted: readonly CountedDay[],
  stretches: readonly Stretch[],
  most: number,
): { days: IsoDate[]; hidden: number[] } {
  const shown = stretches.map(() => 0)
  const hidden = stretches.map(() => 0)
  const days: IsoDate[] = []
  for (const { dueOn, count } of counted) {
    const at = stretches.findIndex(stretch => dueOn <= stretch.until)
    if (shown[at]! >= most) hidden[at]! += count
    else {
      shown[at]! += count
      days.push(dueOn)
    }
  }
  return { days, hidden }
}
