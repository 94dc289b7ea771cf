import { newId } from '../../src/kernel/ids.ts'

/** As the country stood: 63 provinces, 696 districts and 10,035 communes became 34 provinces with 3,321 units, by 10,571 rows. */
const OLD = { provinces: 63, districts: 696, communes: 10_035 }
const NEW = { provinces: 34, communes: 3_321 }
const MAPPED = 10_571
const SPLIT = MAPPED - OLD.communes
const VILLAGES_EACH = 2
/** The first day of the new units. */
export const DAY = '2025-07-01'

export type Unit = { id: string; kind: string; name: string; parent_id: string | null; valid_from: string | null }
export type Pair = { placeId: string; successorId: string; share?: number }
/** `communesOf`: the communes of each old province as they stood; `goesTo`: which new province it became, by their places in the lists. */
export type Country = {
  units: Unit[]
  rows: Pair[]
  old: Unit[]
  next: Unit[]
  districts: Unit[]
  communesOf: ReadonlyMap<string, Unit[]>
  goesTo: (province: number) => number
}

const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at))
const unit = (kind: string, name: string, parent: Unit | null, valid_from: string | null = null): Unit => ({
  id: newId(),
  kind,
  name,
  parent_id: parent?.id ?? null,
  valid_from,
})

/** The country before and after, with the table from the one to the other; every second unit that was split has a key. */
export function country(): Country {
  const goesTo = (province: number) => province % NEW.provinces
  const provinceOf = (commune: number) => (commune % OLD.districts) % OLD.provinces
  const old = many(OLD.provinces, at => unit('province', `tỉnh cũ ${at}`, null))
  const districts = many(OLD.districts, at => unit('district', `huyện ${at}`, old[at % old.length]!))
  const communes = many(OLD.communes, at => unit('commune', `xã cũ ${at}`, districts[at % districts.length]!))
  const next = many(NEW.provinces, at => unit('province', `tỉnh ${at}`, null, DAY))
  const fresh = many(NEW.communes, at => unit('commune', `xã ${at}`, next[at % next.length]!, DAY))
  const villages = communes.map(commune => many(VILLAGES_EACH, at => unit('village', `thôn ${at + 1}`, commune)))
  /** A new commune of the new province that a commune lies in, the same for every third. */
  const heirOf = (commune: number, besides = 0): Unit => {
    const own = Math.floor((NEW.communes - 1 - goesTo(provinceOf(commune))) / NEW.provinces) + 1
    return fresh[goesTo(provinceOf(commune)) + NEW.provinces * ((Math.floor(commune / 3) + besides) % own)]!
  }
  const rows: Pair[] = []
  const add = (place: Unit, successor: Unit, share?: number) =>
    rows.push({ placeId: place.id, successorId: successor.id, ...(share && { share }) })
  for (const [at, commune] of communes.entries()) {
    const [split, keyed] = [at < SPLIT, at % 2 === 0]
    add(commune, heirOf(at), split && keyed ? 0.7 : undefined)
    if (!split) continue
    add(commune, heirOf(at, 1), keyed ? 0.3 : undefined)
    for (const [which, village] of villages[at]!.entries()) add(village, heirOf(at, which % 2))
  }
  for (const [at, province] of old.entries()) add(province, next[goesTo(at)]!)
  for (const [at, district] of districts.entries()) add(district, next[goesTo(at % OLD.provinces)]!)
  const communesOf = Map.groupBy(communes, (_, at) => old[provinceOf(at)]!.id)
  return {
    units: [...old, ...districts, ...communes, ...next, ...fresh, ...villages.flat()],
    rows,
    old,
    next,
    districts,
    communesOf,
    goesTo,
  }
}
