import type { IsoDate } from '../../../kernel/dates.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import type { Place, PlaceKind } from './contract.ts'

/**
 * An old unit and one that took its place; a split unit has several rows, with the part that went to each where a key is given. A village
 * with a commune behind it moves there.
 */
export type MappingRow = { placeId: string; successorId: string; share?: number | null | undefined }
export type Mappable = Pick<Place, 'id' | 'kind' | 'name' | 'parentId' | 'validFrom' | 'validTo'>

const isLocal = (kind: PlaceKind) => kind === 'commune' || kind === 'ward' || kind === 'special-zone'
const rank = (kind: PlaceKind) => (kind === 'village' ? 3 : isLocal(kind) ? 2 : kind === 'district' ? 1 : 0)

/** A village that goes on in another commune; every other old unit ends. */
export const isMove = (place: Mappable, successor: Mappable): boolean => place.kind === 'village' && isLocal(successor.kind)
/** A district is followed by its province, or by the communes that it fell into; every other unit by one of its level. */
const follows = (place: Mappable, successor: Mappable): boolean =>
  isMove(place, successor) ||
  rank(place.kind) === rank(successor.kind) ||
  (place.kind === 'district' && (successor.kind === 'province' || isLocal(successor.kind)))

export type Mapped = {
  /** Units that end the day before. */
  ended: string[]
  successions: MappingRow[]
  /** What goes on and lies elsewhere from the day on: from where, to where. */
  moves: { placeId: string; from: string; to: string }[]
}
type Outcome = { mapped: Mapped; problem: null } | { mapped: null; problem: NonNullable<WhyNot> }
const no = (code: string, place?: Mappable, more = {}): Outcome => ({
  mapped: null,
  problem: { code: `places.${code}`, data: { ...(place && { name: place.name }), ...more } },
})

/**
 * What a table of old and new units does on its day. Whatever lies in a unit that ends goes along with its one successor; where the unit
 * was split each village needs a row of its own. `earlier` are units that a table has ended before.
 */
export function mapPlaces(
  rows: readonly MappingRow[],
  { places, earlier, from }: { places: ReadonlyMap<string, Mappable>; earlier: ReadonlySet<string>; from: IsoDate },
): Outcome {
  const pairs = new Map(rows.map(row => [`${row.placeId} ${row.successorId}`, row]))
  if (pairs.size < rows.length) return no('mapped-twice')
  const known = (id: string) => places.get(id)
  for (const { placeId, successorId } of rows) {
    const [place, successor] = [known(placeId), known(successorId)]
    if (!place || !successor) return { mapped: null, problem: { code: 'not-found', data: { what: 'place' } } }
    if (earlier.has(placeId)) return no('mapped-before', place)
    if (!follows(place, successor)) return no('successor-kind', place, { successor: successor.name })
    if ((place.validFrom ?? '') >= from) return no('mapped-too-early', place, { on: place.validFrom })
    if (successor.validTo !== null && successor.validTo < from) return no('successor-over', successor)
    if ((successor.validFrom ?? '') > from) return no('successor-later', successor, { on: successor.validFrom })
  }
  return settle(rows, places)
}

function settle(rows: readonly MappingRow[], places: ReadonlyMap<string, Mappable>): Outcome {
  const moving = rows.filter(row => isMove(places.get(row.placeId)!, places.get(row.successorId)!))
  const ending = rows.filter(row => !moving.includes(row))
  const heirs = Map.groupBy(ending, row => row.placeId)
  const follower = ending.find(row => heirs.has(row.successorId)) ?? moving.find(row => heirs.has(row.successorId))
  if (follower) return no('successor-ends', places.get(follower.successorId))
  const uneven = [...heirs].find(([, own]) => !isShared(own.map(one => one.share ?? null)))
  if (uneven) return no('shares-not-whole', places.get(uneven[0]))
  const moves = new Map<string, string>()
  for (const { placeId, successorId } of moving) {
    if (moves.has(placeId) || heirs.has(placeId)) return no('village-in-two', places.get(placeId))
    moves.set(placeId, successorId)
  }
  for (const place of places.values()) {
    const after = place.parentId === null ? undefined : heirs.get(place.parentId)
    if (!after || place.validTo !== null || heirs.has(place.id) || moves.has(place.id)) continue
    const only = after.length === 1 ? places.get(after[0]!.successorId) : undefined
    if (!only || rank(only.kind) >= rank(place.kind))
      return no('village-nowhere', place, { parent: places.get(place.parentId!)?.name })
    moves.set(place.id, only.id)
  }
  const listed = [...moves].map(([placeId, to]) => ({ placeId, from: places.get(placeId)!.parentId!, to }))
  return {
    mapped: { ended: [...heirs.keys()], successions: ending, moves: listed.filter(one => one.from !== one.to) },
    problem: null,
  }
}

/** A key says of every part how large it is, and the parts make the whole. */
const isShared = (shares: readonly (number | null)[]): boolean =>
  shares.every(share => share === null) ||
  (shares.every(share => share !== null && share > 0) &&
    Math.abs(shares.reduce((sum: number, share) => sum + share!, 0) - 1) < 1e-6)
