import { KINDS, nameOfKind, READY } from '../activities/index.ts'
import type { Amount, PackedActivity, PackedFigure } from './contract.ts'

const ORDER = Object.keys(KINDS)
/** A programme's own kinds come after the ready ones. */
const rank = (kind: string): number => (kind in KINDS ? ORDER.indexOf(kind) : ORDER.length)

/** What the kind of an activity or figure is called in a package. */
export const calledIn = ({ kind, kindName }: Pick<PackedFigure, 'kind' | 'kindName'>): string =>
  kindName ?? nameOfKind(READY, kind)

/** What activities add up to by kind and unit, the kinds in their usual order. */
export function figuresOf(activities: readonly PackedActivity[]): PackedFigure[] {
  const kinds = [...Map.groupBy(activities, one => one.kind)]
  return kinds
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([kind, some]) => ({
      kind,
      ...(some[0]?.kindName && { kindName: some[0].kindName }),
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
