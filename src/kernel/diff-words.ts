/** A stretch of words: in both texts, only in the old, only in the new. `at` tells stretches apart. */
export type Stretch = { at: number; kind: 'same' | 'old' | 'new'; text: string }
type Part = Omit<Stretch, 'at'>

/** What differs is looked at up to this many parts; longer texts stand side by side without marks: comparing grows with the product of their lengths. */
const MOST_PARTS = 2000

/** Two texts compared word by word (longest common subsequence); the `same` and `old` ones make the old text, the others the new. */
export const diffWords = (old: string, now: string): Stretch[] => joined(diffParts(wordsOf(old), wordsOf(now)))

/** Words with the blanks that follow them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? []

/** Two sequences compared part by part; what is left out stands before what came in its place. */
export function diffParts(old: readonly string[], now: readonly string[]): Part[] {
  const before = commonStart(old, now)
  const after = commonStart(old.slice(before).toReversed(), now.slice(before).toReversed())
  const middle = compared(old.slice(before, old.length - after), now.slice(before, now.length - after))
  return [...marked(now.slice(0, before), 'same'), ...middle, ...marked(now.slice(now.length - after), 'same')]
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((part, at) => part !== b[at])
  return differs < 0 ? a.length : differs
}

function compared(a: readonly string[], b: readonly string[]): Part[] {
  if (a.length > MOST_PARTS || b.length > MOST_PARTS) return [...marked(a, 'old'), ...marked(b, 'new')]
  const lengths = commonLengths(a, b)
  const found: Part[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: 'same', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      found.push({ kind: 'old', text: a[i++]! })
    else found.push({ kind: 'new', text: b[j++]! })
  }
  return found
}

const marked = (parts: readonly string[], kind: Stretch['kind']): Part[] => parts.map(text => ({ kind, text }))

/** How long the longest common subsequence of what follows i and j is. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}

function joined(parts: readonly Part[]): Stretch[] {
  const found: Stretch[] = []
  for (const { kind, text } of parts) {
    const last = found.at(-1)
    if (last?.kind === kind) last.text += text
    else found.push({ at: found.length, kind, text })
  }
  return found
}
