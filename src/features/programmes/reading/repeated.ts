import { foldTone } from '../../../kernel/vietnamese.ts'

/** A clause that states duties, and who leads them: the same work under two leads is no repetition. */
export type Told = { path: string; text: string; lead: string }

/** Words in threes: what two texts that say the same have in common. */
const threes = (text: string): Set<string> => {
  const words = foldTone(text).match(/[\p{L}\d]+/gu) ?? []
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`))
}

/** Threes of more clauses than this are names and set phrases of the whole document. */
const COMMON = 5
const ENOUGH = 16
const SHARE = 0.3

/** Clauses that repeat a good part of an earlier one's words, set phrases apart. */
export const findRepeated = (clauses: readonly Told[]): { path: string; first: string }[] => {
  const sets = clauses.map(clause => threes(clause.text))
  const holders = new Map<string, number[]>()
  for (const [at, set] of sets.entries())
    for (const three of set) holders.set(three, [...(holders.get(three) ?? []).slice(0, COMMON), at])
  const own = sets.map(set => [...set].filter(three => (holders.get(three)?.length ?? 0) <= COMMON))
  return clauses.flatMap(({ path, lead }, at) => {
    const shared = new Map<number, number>()
    for (const three of own[at] ?? [])
      for (const other of holders.get(three) ?? []) if (other < at) shared.set(other, (shared.get(other) ?? 0) + 1)
    const best = [...shared].filter(([other]) => clauses[other]?.lead === lead).toSorted((a, b) => b[1] - a[1])[0]
    if (!best) return []
    const smaller = Math.min(own[at]?.length ?? 0, own[best[0]]?.length ?? 0)
    return best[1] >= ENOUGH && best[1] >= SHARE * smaller ? [{ path, first: clauses[best[0]]?.path ?? '' }] : []
  })
}
