import type { WhyNot } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import type { Place } from './contract.ts'
import type { MappingRow } from './mapping.ts'
import { sameName } from './rules.ts'

/** Heads of columns, folded, with the words that official tables use for them. */
const HEADS = {
  oldCode: ['ma cu', 'ma don vi cu'],
  oldName: ['don vi cu', 'ten cu', 'don vi truoc sap xep'],
  oldParent: ['thuoc cu', 'huyen cu', 'don vi cap tren cu'],
  newCode: ['ma moi', 'ma don vi moi'],
  newName: ['don vi moi', 'ten moi', 'don vi sau sap xep'],
  newParent: ['thuoc moi', 'tinh moi', 'don vi cap tren moi'],
  share: ['ty le', 'ty le chia', 'phan chia'],
} as const
type Column = keyof typeof HEADS
const COLUMNS = Object.keys(HEADS) as Column[]

export type MappingLine = { line: number; cells: Record<Column, string>; row: MappingRow | null; problem: WhyNot }
export type MappingTable = { rows: MappingLine[]; problem: WhyNot }
type Line = { line: number; cells: readonly string[] }

/**
 * Reads a table of old and new units (columns Mã cũ, Đơn vị cũ, Thuộc cũ, Mã mới, Đơn vị mới, Thuộc mới in any order; a code or a name on
 * either side is enough; Tỷ lệ says what part of a split unit goes there). Names match in both spellings (hòa, hoà) and in any Unicode form. An old unit stood before `from`, a new one on it.
 */
export function readMappingTable([head, ...body]: readonly Line[], places: readonly Place[], from: string): MappingTable {
  const columns = head?.cells.map(cell => COLUMNS.find(column => HEADS[column].some(word => word === fold(cell)))) ?? []
  const has = (column: Column) => columns.includes(column)
  if (!(has('oldCode') || has('oldName')) || !(has('newCode') || has('newName')))
    return { rows: [], problem: { code: 'places.no-mapping-columns' } }
  const before = finder(places.filter(place => (place.validFrom ?? '') < from))
  const after = finder(places.filter(place => (place.validFrom ?? '') <= from && (place.validTo ?? '9999') >= from))
  const rows = body.map(({ line, cells }): MappingLine => {
    const named = Object.fromEntries(
      COLUMNS.map(column => [column, (cells[columns.indexOf(column)] ?? '').normalize('NFC').trim()]),
    ) as MappingLine['cells']
    const old = before({ code: named.oldCode, name: named.oldName, parent: named.oldParent })
    const next = after({ code: named.newCode, name: named.newName, parent: named.newParent })
    const share = shareIn(named.share)
    const problem = old.problem ?? next.problem ?? (share === undefined ? notAShare(named.share) : null)
    return { line, cells: named, row: problem ? null : { placeId: old.id, successorId: next.id, share: share ?? null }, problem }
  })
  return { rows, problem: rows.length === 0 ? { code: 'places.empty-table' } : null }
}

const notAShare = (said: string): WhyNot => ({ code: 'places.no-share', data: { said } })

/** "60%", "60 %" or "0,6"; null where nothing is said, undefined where it is no part of a whole. */
function shareIn(said: string): number | null | undefined {
  if (said === '') return null
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/u.exec(said) ?? []
  const share = Number(digits?.replace(',', '.')) / (percent ? 100 : 1)
  return share > 0 && share <= 1 ? share : undefined
}

type Named = { code: string; name: string; parent: string }
type Found = { id: string; problem: null } | { id: ''; problem: NonNullable<WhyNot> }

/** By code where there is one, else by name; under what it lies where the name alone says too little. */
function finder(places: readonly Place[]): (named: Named) => Found {
  const byCode = Map.groupBy(places, place => place.code ?? '')
  const byName = Map.groupBy(places, place => fold(place.name).split(' ').at(-1) ?? '')
  return ({ code, name, parent }) => {
    const near = code ? (byCode.get(code) ?? []) : (byName.get(fold(name).split(' ').at(-1) ?? '') ?? [])
    const under = near.filter(place => parent === '' || (place.parentName !== null && endsAlike(place.parentName, parent)))
    const exact = under.filter(place => name === '' || sameName(place.kind, place.name, name))
    // Old tables come without marks: what fits so, and nothing else does, is meant.
    const fits = exact.length > 0 ? exact : under.filter(place => endsAlike(place.name, name))
    const said = name || code
    if (fits.length === 0) return { id: '', problem: { code: 'places.place-unknown', data: { name: said } } }
    if (fits.length > 1) return { id: '', problem: { code: 'places.place-ambiguous', data: { name: said } } }
    return { id: fits[0]!.id, problem: null }
  }
}

const endsAlike = (name: string, said: string): boolean => ` ${fold(name)}`.endsWith(` ${fold(said)}`)
