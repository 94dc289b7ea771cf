import { fold } from '../../kernel/vietnamese.ts'

/** Syllables that say nothing of a matter. Folded. */
const EMPTY = new Set(
  `va la cua co cac cho voi o tai den tu thi ma nay do de nghi kien xin mong ba con bi duoc da dang se khong chua rat lai ve theo trong
  ngoai tren duoi khi nhu nhung mot hai nhieu it ca cung vi nen hay chung toi em anh chi nguoi dan thon xa ban`
    .trim()
    .split(/\s+/),
)
/** A longer text is compared by its beginning. */
const MOST_TERMS = 120

/** FNV-1a over 32 bits, as a signed integer. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value | 0
}

/**
 * What two texts are compared by: their syllables and pairs of neighbouring syllables, without marks, each as a number.
 * A text with marks and the same without give the same.
 */
export function termsOf(text: string): number[] {
  const all = fold(text).match(/[a-z0-9]+/g) ?? []
  const syllables = all.filter(one => !EMPTY.has(one))
  const pairs = syllables.slice(1).map((one, at) => `${syllables[at]!} ${one}`)
  return [...new Set([...pairs, ...syllables].map(hash))].slice(0, MOST_TERMS)
}
