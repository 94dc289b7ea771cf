/** A stretch of words: in both texts, only in the old, only in the new. `at` tells stretches apart. */
export type Stretch = { at: number; kind: 'same' | 'old' | 'new'; text: string }

/** Longer texts are shown side by side without marks: comparing grows with the product of their lengths. */
const MOST_WORDS = 2000

/** Two texts compared word by word (longest common subsequence); the `same` and `old` ones make the old text, the others the new. */
export function diffWords(old: string, now: string): Stretch[] {
  const [a, b] = [wordsOf(old), wordsOf(now)]
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return joined([...marked(a, 'old'), ...marked(b, 'new')])
  const lengths = commonLengths(a, b)
  const found: Omit<Stretch, 'at'>[] = []
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
  return joined(found)
}

/** Words with the blanks that follow them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? []

const marked = (words: readonly string[], kind: Stretch['kind']) => words.map(text => ({ kind, text }))

/** How long the longest common subsequence of what follows i and j is. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}

function joined(parts: readonly Omit<Stretch, 'at'>[]): Stretch[] {
  const found: Stretch[] = []
  for (const { kind, text } of parts) {
    const last = found.at(-1)
    if (last?.kind === kind) last.text += text
    else found.push({ at: found.length, kind, text })
  }
  return found
}
