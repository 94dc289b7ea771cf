import { fold } from '../../kernel/vietnamese.ts'
import { overlapsOf, type Span } from '../renewal/index.ts'
import type { How } from './contract.ts'

type Said = { path: string; text: string }
/** A clause of the parent and one of ours that seems to carry it out, with what they have in common. */
export type Pairing = {
  parentPath: string
  childPath: string
  how: Exclude<How, 'left-out'>
  likeness: number
  inParent: Span[]
  inChild: Span[]
}

/** So many of ours are proposed for one clause of the parent. */
const MOST_FOR_ONE = 3

/** Which clauses of ours may carry out which of the parent, the most alike first; a person confirms each. */
export function pairingsOf(parent: readonly Said[], child: readonly Said[]): Pairing[] {
  const clauses = [...parent, ...child].map(({ text }, at) => ({ id: String(at), text }))
  const found = overlapsOf(clauses).flatMap(({ a, b, likeness, inA, inB }): Pairing[] => {
    const [low, high] = Number(a) < Number(b) ? [Number(a), Number(b)] : [Number(b), Number(a)]
    const [upper, lower] = [parent[low], child[high - parent.length]]
    if (!upper || !lower) return []
    const [inParent, inChild] = Number(a) === low ? [inA, inB] : [inB, inA]
    const how = bare(upper.text) === bare(lower.text) ? 'as-is' : 'adapted'
    return [{ parentPath: upper.path, childPath: lower.path, how, likeness, inParent, inChild }]
  })
  const ofParent = Map.groupBy(found, one => one.parentPath)
  return [...ofParent.values()].flatMap(pairs => pairs.slice(0, MOST_FOR_ONE)).toSorted((x, y) => y.likeness - x.likeness)
}

/** The words alone: marks and capitals make no other duty. */
const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
