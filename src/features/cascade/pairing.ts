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
/** From here on two texts are alike whatever else there is. */
const SURE = 0.18
/** From here on they are where neither has another that is more alike. */
const MAYBE = 0.11
/** A part of a clause with fewer syllables says no duty of its own. */
const SHORTEST_PART = 6

/**
 * Which clauses of ours may carry out which of the parent, the most alike first; a person confirms each. A clause often states several
 * duties, so it is as alike as the most alike of its sentences.
 */
export function pairingsOf(parent: readonly Said[], child: readonly Said[]): Pairing[] {
  const found = pairsOf(parent, child)
  const [ofParent, ofChild] = [Map.groupBy(found, one => one.parentPath), Map.groupBy(found, one => one.childPath)]
  const isBest = (one: Pairing) => ofParent.get(one.parentPath)![0] === one && ofChild.get(one.childPath)![0] === one
  const kept = [...ofParent.values()].flatMap(pairs => pairs.slice(0, MOST_FOR_ONE))
  return kept.filter(one => one.likeness >= SURE || isBest(one)).toSorted((x, y) => y.likeness - x.likeness)
}

/** Every pair that is alike at all, each once, the most alike first; of those alike the one with more sentences in common. */
function pairsOf(parent: readonly Said[], child: readonly Said[]): Pairing[] {
  const parts = child.flatMap(clause => partsOf(clause.text).map(part => ({ clause, ...part })))
  const said = [...parent, ...parts].map(({ text }, at) => ({ id: String(at), text }))
  const met = overlapsOf(said, MAYBE).flatMap(({ a, b, likeness, inA, inB }) => {
    const [low, high] = Number(a) < Number(b) ? [Number(a), Number(b)] : [Number(b), Number(a)]
    const [upper, part] = [parent[low], parts[high - parent.length]]
    if (!upper || !part) return []
    const [inParent, inPart] = Number(a) === low ? [inA, inB] : [inB, inA]
    const inChild = inPart.map(({ from, to }) => ({ from: from + part.from, to: to + part.from }))
    return [{ upper, lower: part.clause, likeness, inParent, inChild }]
  })
  const pairs = [...Map.groupBy(met, one => `${one.upper.path}\n${one.lower.path}`).values()]
  return pairs
    .map(own => ({ own, total: own.reduce((sum, one) => sum + one.likeness, 0) }))
    .toSorted((x, y) => y.own[0]!.likeness - x.own[0]!.likeness || y.total - x.total)
    .map(({ own }): Pairing => {
      const { upper, lower, likeness, inParent } = own[0]!
      const how = bare(upper.text) === bare(lower.text) ? 'as-is' : 'adapted'
      const inChild = own.flatMap(one => one.inChild).toSorted((x, y) => x.from - y.from)
      return { parentPath: upper.path, childPath: lower.path, how, likeness, inParent, inChild }
    })
}

/** The sentences of a clause and what semicolons part, with where each begins; the whole where it has none that say a duty. */
function partsOf(text: string): { text: string; from: number }[] {
  const parts = [...text.matchAll(/[^.;]+/gu)].map(match => ({ text: match[0], from: match.index }))
  const said = parts.filter(part => (part.text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= SHORTEST_PART)
  return said.length > 0 ? said : [{ text, from: 0 }]
}

/** The words alone: marks and capitals make no other duty. */
const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
