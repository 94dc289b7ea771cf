import { daysBetween, type IsoDate } from '../../../kernel/dates.ts'
import { fold } from '../../../kernel/vietnamese.ts'

/** What two records are compared by. `placeIds` are communes and villages with their communes. */
export type Compared = { kind: string; heldOn: IsoDate; title: string; place: string; placeIds: readonly string[] }

/** The same event may be written under the day before or after. */
export const DAYS_AROUND = 2
const LEAST_WORDS = 0.34

/** Words that stand in every title. Folded. */
const EMPTY = new Set('va cua cho tai xa phuong thon ban cac nguoi ve co to chuc hoat dong buoi cuoc lop'.split(' '))
const wordsOf = (text: string): Set<string> => new Set((fold(text).match(/[a-z0-9]+/g) ?? []).filter(word => !EMPTY.has(word)))

/** Share of common words: 1 for the same, 0 for none. Marks do not matter. */
export function wordsInCommon(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const common = [...a].filter(word => b.has(word)).length
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}

/** Whether two records may be of one event: of a kind, within two days, and at one place or told in the same words. */
export function mayBeSame(one: Compared, other: Compared): boolean {
  if (one.kind !== other.kind || Math.abs(daysBetween(one.heldOn, other.heldOn)) > DAYS_AROUND) return false
  const words = wordsInCommon(one.title, other.title)
  const near = one.placeIds.some(id => other.placeIds.includes(id)) || wordsInCommon(one.place, other.place) >= LEAST_WORDS
  return near || words >= 0.6
}
