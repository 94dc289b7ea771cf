import { overlapsOf } from '../overlap.ts'
import type { LineInput } from './contract.ts'

/** From here on two clauses say the same duty. */
const SAME = 0.4
type Clause = { path: string; text: string }

/** What the machine proposes of each clause: the same as the one that says the like, else added. A person decides. */
export function proposedLines(duties: readonly Clause[], into: readonly Clause[]): LineInput[] {
  const said = [
    ...duties.map((one, at) => ({ id: `a${at}`, text: one.text })),
    ...into.map((one, at) => ({ id: `b${at}`, text: one.text })),
  ]
  const met = new Map<string, string>()
  // The most alike come first.
  for (const { a, b, likeness } of overlapsOf(said)) {
    const [own, other] = a.startsWith('a') ? [a, b] : [b, a]
    if (likeness >= SAME && own.startsWith('a') && other.startsWith('b') && !met.has(own)) met.set(own, other)
  }
  return duties.map(({ path }, at): LineInput => {
    const other = into[Number(met.get(`a${at}`)?.slice(1))]
    return other ? { choice: 'same', path, into: other.path } : { choice: 'added', path }
  })
}
