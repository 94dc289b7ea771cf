import { fold } from '../../../kernel/vietnamese.ts'

export type KnownPlace = { id: string; name: string; parentName: string | null; kind: string }
/** `ids` of the places that a cell names, or the name that is unknown or fits several. */
export type FoundPlaces = { ids: string[]; unknown: string | null }

const WORD = /^(?:xa|phuong|dac khu|thi tran|thon|ban|lang|to dan pho)\s+/
const bare = (name: string): string => fold(name).replace(WORD, '').trim()

/** Finds the communes and villages that a cell names: "xã Nậm Mây; thôn Nà Lốc, xã Nậm Mây", with or without marks and words of kind. */
export function placeFinder(places: readonly KnownPlace[]): (cell: string) => FoundPlaces {
  const [full, short] = [Map.groupBy(places, one => fold(one.name)), Map.groupBy(places, one => bare(one.name))]
  const fit = (text: string): string | null => {
    const [name = '', parent] = text.split(',').map(part => part.trim())
    const named = full.get(fold(name)) ?? short.get(bare(name)) ?? []
    const under = parent ? named.filter(one => one.parentName !== null && bare(one.parentName) === bare(parent)) : named
    // A commune and a village may bear one name: without a parent the commune is meant.
    const communes = parent ? under : under.filter(one => one.kind !== 'village')
    const [only, second] = communes.length > 0 ? communes : under
    return only && !second ? only.id : null
  }
  return cell => {
    const names = cell.split(';').map(one => one.trim())
    const found = names.filter(Boolean).map(name => ({ name, id: fit(name) }))
    return { ids: [...new Set(found.flatMap(one => one.id ?? []))], unknown: found.find(one => one.id === null)?.name ?? null }
  }
}
