import { fold } from '../../kernel/vietnamese.ts'

/** A clause by an id of the caller's choice; ids of clauses of several programmes may be mixed. */
export type Said = { id: string; text: string }
/** From the first character to behind the last one. */
export type Span = { from: number; to: number }
/** Two clauses that say the like; `likeness` from 0 to 1, the spans are what they have in common in each text. */
export type Overlap = { a: string; b: string; likeness: number; inA: Span[]; inB: Span[] }

/** So many syllables in a row make a phrase; Vietnamese words have mostly two. */
const PHRASE = 3
/** A phrase in more clauses than one of seven is a set phrase ("đồng bào dân tộc thiểu số") and says nothing of a clause. */
const SET_PHRASE_OF = 7
/** In a short programme nothing below so many counts as a set phrase. */
const SET_PHRASE_LEAST = 3
/** Below this two clauses share words and not a duty. */
const LEAST = 0.18

/**
 * Pairs of clauses that say the same or nearly, the most alike first: cosine of their phrases, each weighing by its rarity
 * (Salton and Buckley, Term-weighting approaches, 1988). Nothing is merged: a person looks at both texts. `least`: how alike they are.
 */
export function overlapsOf(clauses: readonly Said[], least = LEAST): Overlap[] {
  const read = clauses.map(clause => ({ ...clause, phrases: phrasesOf(clause.text) }))
  const among = whereSaid(read.map(one => [...one.phrases.keys()]))
  const most = Math.max(SET_PHRASE_LEAST, Math.floor(clauses.length / SET_PHRASE_OF))
  const weight = (phrase: string) => {
    const often = among.get(phrase)!.length
    return often > most ? 0 : Math.log(1 + clauses.length / often) ** 2
  }
  const sizes = read.map(one => [...one.phrases.keys()].reduce((sum, phrase) => sum + weight(phrase), 0))
  return commonWeights(among, weight)
    .map(({ first, second, common }) => ({ first, second, likeness: common / Math.sqrt(sizes[first]! * sizes[second]!) }))
    .filter(({ likeness }) => likeness >= least)
    .toSorted((one, other) => other.likeness - one.likeness)
    .map(({ first, second, likeness }) => {
      const [a, b] = [read[first]!, read[second]!]
      const common = new Set([...a.phrases.keys()].filter(phrase => b.phrases.has(phrase)))
      return { a: a.id, b: b.id, likeness, inA: spansOf(a.phrases, common), inB: spansOf(b.phrases, common) }
    })
}

/** The phrases of a text, folded, with where they stand; none runs over the end of a part of a sentence. */
function phrasesOf(text: string): Map<string, Span[]> {
  const phrases = new Map<string, Span[]>()
  for (const part of text.matchAll(/[^.;:,()“”"\n]+/gu)) {
    const syllables = [...part[0].matchAll(/[\p{L}\p{N}]+/gu)]
    for (let at = 0; at + PHRASE <= syllables.length; at++) {
      const some = syllables.slice(at, at + PHRASE)
      const last = some.at(-1)!
      const span = { from: part.index + some[0]!.index, to: part.index + last.index + last[0].length }
      const phrase = some.map(one => fold(one[0])).join(' ')
      phrases.set(phrase, [...(phrases.get(phrase) ?? []), span])
    }
  }
  return phrases
}

/** Of each phrase the clauses that have it, by their place in the list. */
function whereSaid(phrasesOfEach: readonly string[][]): Map<string, number[]> {
  const among = new Map<string, number[]>()
  phrasesOfEach.forEach((phrases, at) => {
    for (const phrase of phrases) among.set(phrase, [...(among.get(phrase) ?? []), at])
  })
  return among
}

/** What each pair of clauses has in common, summed over its phrases; clauses by their place in the list. */
function commonWeights(among: Map<string, number[]>, weight: (phrase: string) => number) {
  const sums = new Map<string, { first: number; second: number; common: number }>()
  for (const [phrase, places] of among) {
    const worth = weight(phrase)
    if (worth === 0) continue
    for (const [at, first] of places.entries())
      for (const second of places.slice(at + 1)) {
        const key = `${first} ${second}`
        const common = worth + (sums.get(key)?.common ?? 0)
        sums.set(key, { first, second, common })
      }
  }
  return [...sums.values()]
}

/** Where the common phrases stand, touching ones as one. */
function spansOf(phrases: Map<string, Span[]>, common: ReadonlySet<string>): Span[] {
  const all = [...common].flatMap(phrase => phrases.get(phrase)!).toSorted((one, other) => one.from - other.from)
  const merged: Span[] = []
  for (const { from, to } of all) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}
