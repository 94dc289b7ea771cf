import type { IsoDate } from '../../kernel/dates.ts'

type Named = { id: string; name: string; validTo: IsoDate | null }

/** Names of communes by id; of several with one name, those that ended before a day are told apart: "Xã Nậm Mây (cũ)". */
export function namesOf(places: readonly Named[], day: IsoDate): Record<string, string> {
  const bearers = Map.groupBy(places, place => place.name)
  const nameOf = ({ name, validTo }: Named) =>
    bearers.get(name)!.length > 1 && validTo !== null && validTo < day ? `${name} (cũ)` : name
  return Object.fromEntries(places.map(place => [place.id, nameOf(place)]))
}
