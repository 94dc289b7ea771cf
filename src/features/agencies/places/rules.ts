import type { Permission } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { compareVietnamese, fold, foldTone } from '../../../kernel/vietnamese.ts'
import type { PlaceKind } from './contract.ts'

export const KEEP_PLACES: Permission = { roles: ['administrator'], reach: 'site' }

/** The words that stand before a name, the first of each where a name comes bare. */
export const PLACE_WORDS: Record<PlaceKind, readonly string[]> = {
  province: ['tỉnh', 'thành phố'],
  district: ['huyện', 'quận', 'thị xã', 'thành phố'],
  commune: ['xã'],
  ward: ['phường'],
  'special-zone': ['đặc khu'],
  village: ['thôn', 'bản', 'làng', 'buôn', 'bon', 'plei', 'ấp', 'xóm', 'sóc', 'phum', 'khóm', 'khối', 'khu', 'tổ'],
}

const UNDER: Record<PlaceKind, readonly PlaceKind[]> = {
  province: [],
  district: ['province'],
  commune: ['province', 'district'],
  ward: ['province', 'district'],
  'special-zone': ['province'],
  village: ['commune', 'ward', 'special-zone'],
}

const wordOf = (kind: PlaceKind, name: string): string | null =>
  PLACE_WORDS[kind].find(word => foldTone(name).startsWith(`${word} `)) ?? null

/** The name as inside a sentence: its word first and small, capitals kept in the rest: "xã Nậm Mây". */
export function namePlace(kind: PlaceKind, name: string): string {
  const word = wordOf(kind, name)
  return word ? word + name.slice(word.length) : `${PLACE_WORDS[kind][0]} ${name}`
}

/** The name without its word: "Nậm Mây". */
export function bareName(kind: PlaceKind, name: string): string {
  const word = wordOf(kind, name)
  return word ? name.slice(word.length + 1) : name
}

/** Two names that people take for the same, in either spelling (Hòa, Hoà), with or without the word. Marks count: Hòa is not Hoá. */
export const sameName = (kind: PlaceKind, a: string, b: string): boolean =>
  foldTone(bareName(kind, a)) === foldTone(bareName(kind, b))

/** The kind that a printed name tells by its word; null where it tells none. Villages come last: "Tổ" may begin any name. */
export function kindOfName(name: string): PlaceKind | null {
  const kinds: PlaceKind[] = ['commune', 'ward', 'special-zone', 'province', 'district', 'village']
  return kinds.find(kind => wordOf(kind, name)) ?? null
}

/** Whether a place of one kind can lie in one of another: villages in communes, communes in the province (in a district until 30/06/2025). */
export const liesUnder = (kind: PlaceKind, parent: PlaceKind): boolean => UNDER[kind].includes(parent)

type Dated = { validFrom: string | null; validTo: string | null }

/** A place stands from its first to its last day. */
export const standsOn = ({ validFrom, validTo }: Dated, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

type Entered = Dated & { id: string; kind: PlaceKind; name: string; code: string | null; parentId: string | null }

/** Whether a place can stand as it is entered: under a parent of the right kind, with days in order, once under its name and code. */
export function whyNotPlace(place: Entered, parent: Entered | null, beside: readonly Entered[]): WhyNot {
  if (place.validFrom && place.validTo && place.validTo < place.validFrom) return { code: 'places.ends-before' }
  if (place.kind === 'province' ? place.parentId !== null : !parent || !liesUnder(place.kind, parent.kind))
    return { code: 'places.wrong-parent', data: { kind: place.kind } }
  if (place.validTo !== null) return null
  const others = beside.filter(other => other.id !== place.id && other.validTo === null)
  if (
    others.some(
      other => other.parentId === place.parentId && other.kind === place.kind && sameName(place.kind, other.name, place.name),
    )
  )
    return { code: 'places.name-taken', data: { name: place.name } }
  if (place.code && others.some(other => other.kind === place.kind && other.code === place.code))
    return { code: 'places.code-taken', data: { code: place.code } }
  return null
}

/** Every word of the search in the name or the parent's, without marks, in any order. */
export const matchesPlace = (place: { name: string; parentName: string | null }, sought: string): boolean => {
  const text = fold(`${place.name} ${place.parentName ?? ''}`)
  return fold(sought)
    .split(/\s+/)
    .filter(Boolean)
    .every(word => text.includes(word))
}

type InTree = { id: string; kind: PlaceKind; name: string; parentId: string | null }

/** Each place followed by those that lie in it, by their names without the word. Those whose parent is not in the list come first. */
export function inTreeOrder<P extends InTree>(places: readonly P[]): P[] {
  const known = new Set(places.map(place => place.id))
  const under = Map.groupBy(
    places.toSorted((a, b) => compareVietnamese(bareName(a.kind, a.name), bareName(b.kind, b.name))),
    place => (place.parentId && known.has(place.parentId) ? place.parentId : null),
  )
  const walk = (parent: string | null): P[] => (under.get(parent) ?? []).flatMap(place => [place, ...walk(place.id)])
  return walk(null)
}
