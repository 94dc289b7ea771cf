import { z } from 'zod'
import { parseCsv } from '../../../kernel/csv.ts'
import { addDays, type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import type { RefusalData, WhyNot } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { shortText, uuid } from '../contract.ts'
import { AREA_CLASSES, AREA_KEYS, type AreaClass, OF_COMMUNES, type Place } from './contract.ts'
import { sameName } from './rules.ts'

export { AREA_CLASSES, AREA_KEYS, type AreaClass } from './contract.ts'

const OTHER_WORDS: Readonly<Record<string, AreaClass>> = {
  dtts: 'dtts-mn',
  'dtts&mn': 'dtts-mn',
  'vung dong bao dtts&mn': 'dtts-mn',
  'kv i': 'region-1',
  'kv ii': 'region-2',
  'kv iii': 'region-3',
  i: 'region-1',
  ii: 'region-2',
  iii: 'region-3',
  dbkk: 'hardest',
  'xa bien gioi': 'border',
}

/** The class that a cell names; null where it names none. */
export const areaClassOf = (words: string): AreaClass | null =>
  AREA_KEYS.find(key => key === words || fold(AREA_CLASSES[key]) === fold(words)) ?? OTHER_WORDS[fold(words)] ?? null

/** The class that words name among others: "thôn xen ghép", "xã biên giới"; null where they name none. */
export const areaClassIn = (words: string): AreaClass | null =>
  AREAS_IN_WORDS.find(([said]) => said.test(fold(words)))?.[1] ?? null

const AREAS_IN_WORDS: readonly [RegExp, AreaClass][] = [
  [/\bxen ghep\b/, 'mixed-village'],
  [/\bxa thuan\b/, 'whole-commune'],
  [/\bbien gioi\b/, 'border'],
  [/\bdac biet kho khan\b|\bdbkk\b/, 'hardest'],
  [/\b(khu vuc|kv) iii\b/, 'region-3'],
  [/\b(khu vuc|kv) ii\b/, 'region-2'],
  [/\b(khu vuc|kv) i\b/, 'region-1'],
  [/\bdan toc thieu so\b|\bdtts\b/, 'dtts-mn'],
]

const isoDate = z.string().refine(isIsoDate, 'field.date')
export const areaRow = z.strictObject({ areaId: uuid, placeId: uuid, class: z.enum(AREA_KEYS) })
export const decisionInput = z.strictObject({
  number: shortText,
  date: isoDate,
  issuer: shortText,
  /** First day on which the classes hold. */
  validFrom: isoDate,
})
export type AreaRow = z.output<typeof areaRow>

export type Held = { placeId: string; class: AreaClass; validFrom: IsoDate; validTo: IsoDate | null }

/** The places that hold a class on a day, each once. */
export const holdersOn = (held: readonly Held[], wanted: AreaClass, day: IsoDate): string[] => [
  ...new Set(
    held
      .filter(one => one.class === wanted && one.validFrom <= day && (one.validTo === null || day <= one.validTo))
      .map(one => one.placeId),
  ),
]

/** Whether a commune or village holds a class on a day, itself or by its commune. */
export function holdsOn(held: readonly Held[], wanted: AreaClass, day: IsoDate) {
  const holders = new Set(holdersOn(held, wanted, day))
  const byCommune = OF_COMMUNES.includes(wanted)
  return ({ id, kind, parentId }: Pick<Place, 'id' | 'kind' | 'parentId'>): boolean =>
    holders.has(id) || (byCommune && kind === 'village' && parentId !== null && holders.has(parentId))
}

/** Of the places that a target is for: which have reached it, and which have none at all. `done` is by place. */
export function reachOf(holders: readonly string[], done: ReadonlyMap<string, number>, least: number) {
  const of = (placeId: string) => done.get(placeId) ?? 0
  return {
    reached: holders.filter(placeId => of(placeId) >= least),
    begun: holders.filter(placeId => of(placeId) > 0 && of(placeId) < least),
    none: holders.filter(placeId => of(placeId) === 0),
  }
}

/** The regions I, II and III shut each other out: a place holds one of them at a time. */
const REGIONS: readonly AreaClass[] = ['region-1', 'region-2', 'region-3']

/** Whether the rows of one decision can stand together. */
export function whyNotAreas(rows: readonly Pick<AreaRow, 'placeId' | 'class'>[]): WhyNot {
  const seen = new Set<string>()
  for (const { placeId, class: given } of rows) {
    const key = `${placeId} ${REGIONS.includes(given) ? 'region' : given}`
    if (seen.has(key)) return { code: 'places.class-twice' }
    seen.add(key)
  }
  return null
}

/** The last day of what a new decision replaces. */
export const lastDayBefore = (validFrom: IsoDate): IsoDate => addDays(validFrom, -1)

export type AreaTableRow = { line: number; name: string; class: string; row: AreaRow | null; problem: WhyNot }

const no = (code: string, data: RefusalData = {}) => ({ row: null, problem: { code, data } })

/** Reads the table of a decision (columns Tên, Thuộc, Phân loại) against the list of places; every row comes back with what stands against it. */
export function readAreasTable(
  text: string,
  places: readonly Place[],
  newId: () => string,
): { rows: AreaTableRow[]; problem: WhyNot } {
  const [head, ...body] = parseCsv(text)
  const at = (words: readonly string[]) => head?.cells.findIndex(cell => words.includes(fold(cell))) ?? -1
  const [name, parent, given] = [
    at(['ten', 'ten dia ban', 'xa', 'ma']),
    at(['thuoc', 'truc thuoc']),
    at(['phan loai', 'loai', 'khu vuc']),
  ]
  if (name < 0 || given < 0) return { rows: [], problem: { code: 'places.no-class-column' } }
  const entered: AreaRow[] = []
  const rows = body.map(({ line, cells }) => {
    const [named, under, words] = [cells[name] ?? '', cells[parent] ?? '', cells[given] ?? '']
    const read = readRow({ named, under, words }, places, newId, entered)
    if (read.row) entered.push(read.row)
    return { line, name: under ? `${named}, ${under}` : named, class: words, ...read }
  })
  return { rows, problem: rows.length === 0 ? { code: 'places.empty-table' } : null }
}

function readRow(
  { named, under, words }: { named: string; under: string; words: string },
  places: readonly Place[],
  newId: () => string,
  entered: readonly AreaRow[],
) {
  const given = areaClassOf(words)
  if (!given) return no('places.class-unknown', { name: words })
  const fits = (place: Place) =>
    (place.code === named || sameName(place.kind, place.name, named)) &&
    (under === '' || (place.parentName !== null && sameName('commune', place.parentName, under)))
  const found = places.filter(fits)
  if (found.length === 0) return no('places.place-unknown', { name: named })
  // A commune and a village may bear one name: without a word in Thuộc the commune is meant.
  const [place, other] =
    under === '' && found.some(one => one.kind !== 'village') ? found.filter(one => one.kind !== 'village') : found
  if (other) return no('places.place-ambiguous', { name: named })
  const row = { areaId: newId(), placeId: place!.id, class: given }
  const problem = whyNotAreas([...entered, row])
  return problem ? { row: null, problem } : { row, problem: null }
}
