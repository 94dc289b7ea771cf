import type { PlaceLevel } from './scope.ts'

type Amount = { value: number | null; unit: string | null }
type Place = { id: string; kind: string; parentId: string | null }
/** An activity with its count pair and the places where it was, of the level that is asked for; `elsewhere` where it was in others besides. */
export type PlacedWork = { amounts: readonly Amount[]; places: readonly string[]; elsewhere?: boolean }

/** Where work counts: for a commune also what was in its villages, for a village only what was in it. */
export const placeCounted = (level: PlaceLevel, { id, kind, parentId }: Place): string | null => {
  if (level === 'village') return kind === 'village' ? id : null
  return kind === 'village' ? parentId : id
}

/** Whether an item that names these places means this one: it, the commune that it lies in, or, for a commune, one of its villages. */
export const isNamed = (named: readonly Place[], { id, parentId }: Pick<Place, 'id' | 'parentId'>): boolean =>
  named.some(one => one.id === id || one.id === parentId || one.parentId === id)

/**
 * What was done in each place against a target in `unit`. Work in one place counts as it was counted there; work in several cannot be
 * shared out and counts once in each, as does work that was counted in another unit.
 */
export function amountPerPlace(
  work: readonly PlacedWork[],
  unit: string | null,
): Map<string, { amount: number; activities: number }> {
  const done = new Map<string, { amount: number; activities: number }>()
  for (const { amounts, places, elsewhere } of work) {
    const counted = places.length === 1 && !elsewhere ? amounts.find(one => one.unit !== null && one.unit === unit)?.value : null
    for (const id of places) {
      const before = done.get(id) ?? { amount: 0, activities: 0 }
      done.set(id, { amount: before.amount + (counted ?? 1), activities: before.activities + 1 })
    }
  }
  return done
}
