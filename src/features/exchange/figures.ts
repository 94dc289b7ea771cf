import { KINDS } from '../activities/index.ts'
import type { Amount, PackedActivity, PackedFigure } from './contract.ts'

const ORDER = Object.keys(KINDS)

/** What activities add up to by kind and unit, the kinds in their usual order. */
export function figuresOf(activities: readonly PackedActivity[]): PackedFigure[] {
  const kinds = [...Map.groupBy(activities, one => one.kind)]
  return kinds
    .toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([kind, some]) => ({
      kind,
      activities: some.length,
      amounts: sumsOf(some.flatMap(one => [one.count ?? [], one.reach ?? []].flat())),
      money: some.reduce((sum, one) => sum + (one.money ?? 0), 0),
    }))
}

/** Sums by unit, in the order in which the units come. */
function sumsOf(amounts: readonly Amount[]): Amount[] {
  const sums = new Map<string, number>()
  for (const { value, unit } of amounts) sums.set(unit, (sums.get(unit) ?? 0) + value)
  return [...sums].map(([unit, value]) => ({ value, unit }))
}
