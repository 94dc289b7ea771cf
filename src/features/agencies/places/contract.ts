import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import { shortText, uuid } from '../contract.ts'

/** Districts stood until 30/06/2025 (Luật 72/2025/QH15). */
export const PLACE_KINDS = ['province', 'district', 'commune', 'ward', 'special-zone', 'village'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
/** Places of the level of communes. */
export const COMMUNE_KINDS: readonly PlaceKind[] = ['commune', 'ward', 'special-zone']
/** Where activities, petitions and works lie. */
export const LOCAL_KINDS: readonly PlaceKind[] = [...COMMUNE_KINDS, 'village']

const isoDate = z.string().refine(isIsoDate, 'field.date')
export const placeCode = z.string().regex(/^[0-9]{1,13}$/, 'field.place-code')

export const placeFields = {
  kind: z.enum(PLACE_KINDS),
  /** With or without its word: "Xã Nậm Mây" and "Nậm Mây" are the same commune. */
  name: shortText,
  code: placeCode.nullable().default(null),
  parentId: uuid.nullable().default(null),
  /** First and last day. */
  validFrom: isoDate.nullable().default(null),
  validTo: isoDate.nullable().default(null),
}
export const placeInput = z.strictObject({ placeId: uuid, ...placeFields })
export type PlaceInput = z.input<typeof placeInput>

/** A place as queries answer it. */
export type Place = {
  id: string
  kind: PlaceKind
  code: string | null
  name: string
  parentId: string | null
  parentName: string | null
  validFrom: IsoDate | null
  validTo: IsoDate | null
  version: number
}

/** Classes of places by published decisions, with the words that tables use for them (NĐ 272/2025/NĐ-CP for 2026 - 2030). */
export const AREA_CLASSES = {
  'dtts-mn': 'Vùng đồng bào dân tộc thiểu số và miền núi',
  'region-1': 'Khu vực I',
  'region-2': 'Khu vực II',
  'region-3': 'Khu vực III',
  hardest: 'Đặc biệt khó khăn',
  border: 'Biên giới',
  'whole-commune': 'Xã thuần',
  'mixed-village': 'Thôn xen ghép',
} as const
export type AreaClass = keyof typeof AREA_CLASSES
export const AREA_KEYS = Object.keys(AREA_CLASSES) as [AreaClass, ...AreaClass[]]
/** Those that are given to communes (NĐ 272/2025/NĐ-CP): a village has that of the commune where it lies. */
export const OF_COMMUNES: readonly AreaClass[] = ['region-1', 'region-2', 'region-3', 'border', 'whole-commune']

/** Figures on the borders of their day, or on those of today. */
export const bordersField = z.enum(['then', 'now']).optional()
