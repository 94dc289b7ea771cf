import type { ReadDb } from '../../engine/db/database.ts'
import { getPlaces, placeWords } from '../agencies/index.ts'
import type { ItemContent } from './contract.ts'
import { fieldsOf, type Proposal } from './proposals.ts'

type Placed = Pick<ItemContent, 'places'>

/** What the places named in contents are called, by id: "thôn Nà Lốc, xã Nậm Mây". */
export async function placeNames(db: ReadDb, contents: readonly Placed[]): Promise<Record<string, string>> {
  const ids = [...new Set(contents.flatMap(one => one.places ?? []))]
  const places = await getPlaces(db, ids)
  return Object.fromEntries(places.map(place => [place.id, placeWords(place)]))
}

/** What proposals say, and what stood before. */
export const placedIn = (proposals: readonly Proposal[]): Placed[] =>
  proposals.flatMap(({ line, before }) => [...fieldsOf(line), ...(before ? [before] : [])])
