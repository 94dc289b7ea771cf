import { foldTone } from '../../../kernel/vietnamese.ts'

/** Words in threes: what two texts that say the same have in common. */
const threes = (text: string): Set<string> => {
  const words = foldTone(text).match(/[\p{L}\d]+/gu) ?? []
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`))
}

const ENOUGH = 20

/** Clauses that say in nearly half of their words what an earlier one says; short ones are left out, they agree by chance. */
export const findRepeated = (clauses: readonly { path: string; text: string }[]): { path: string; first: string }[] => {
  const holders = new Map<string, number[]>()
  const sizes: number[] = []
  return clauses.flatMap(({ path, text }, at) => {
    const own = threes(text)
    sizes.push(own.size)
    const shared = new Map<number, number>()
    for (const three of own) {
      const earlier = holders.get(three) ?? []
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(three, [...earlier, at].slice(0, 20))
    }
    const alike = ([other, count]: [number, number]): boolean =>
      Math.min(own.size, sizes[other] ?? 0) >= ENOUGH && count >= 0.45 * Math.min(own.size, sizes[other] ?? 0)
    const first = [...shared].toSorted((a, b) => b[1] - a[1]).find(alike)?.[0]
    return first === undefined ? [] : [{ path, first: clauses[first]?.path ?? '' }]
  })
}
