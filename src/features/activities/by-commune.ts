type Amount = { value: number | null; unit: string | null }
/** An activity with its count pair and the communes where it was. */
export type PlacedWork = { amounts: readonly Amount[]; communes: readonly string[] }

/**
 * What was done in each commune against a target in `unit`. Work in one commune counts as it was counted there; work in several cannot be
 * shared out and counts once in each, as does work that was counted in another unit.
 */
export function amountPerCommune(
  work: readonly PlacedWork[],
  unit: string | null,
): Map<string, { amount: number; activities: number }> {
  const done = new Map<string, { amount: number; activities: number }>()
  for (const { amounts, communes } of work) {
    const counted = communes.length === 1 ? amounts.find(one => one.unit !== null && one.unit === unit)?.value : null
    for (const id of communes) {
      const before = done.get(id) ?? { amount: 0, activities: 0 }
      done.set(id, { amount: before.amount + (counted ?? 1), activities: before.activities + 1 })
    }
  }
  return done
}
