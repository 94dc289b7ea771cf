import type { ReadDb } from '../../engine/db/database.ts'
import { addDays, addMonths, type IsoDate, isoDate, monthOf, yearOf } from '../../kernel/dates.ts'
import { type Filters, filtered } from './filtered.ts'

type Stretch = { from?: IsoDate | undefined; to?: IsoDate | undefined }
/** What activities of one pair of units add up to. */
export type UnitSum = {
  count_unit: string | null
  reach_unit: string | null
  activities: number
  count: number | null
  reach: number | null
  money: number | null
}

/**
 * How many, what they count up to by unit, and the money: of all that the filters let through. By side, kind and time this is kept as it is
 * recorded, month by month; what lies in a part of a month, and what other filters let through, is looked at once.
 */
export async function totalsOf(db: ReadDb, wanted: Filters) {
  const { programmeId: _p, bodyId: _b, kind: _k, from: _f, to: _t, ...others } = wanted
  const kept = Object.values(others).every(value => value === undefined || value === '')
  const sums = addUpUnits(kept ? await keptSums(db, wanted) : await sumsOf(db, wanted))
  return { ...sums, units: sums.units.toSorted((a, b) => b.value - a.value) }
}

async function keptSums(db: ReadDb, wanted: Filters): Promise<UnitSum[]> {
  const { whole, parts } = monthsOf(wanted)
  const sums = whole ? await monthlySums(db, wanted, whole) : []
  for (const part of parts) sums.push(...(await sumsOf(db, { ...wanted, ...part })))
  return sums
}

/** The whole months of a stretch by their first days, and the parts of months that it begins and ends with. */
export function monthsOf({ from, to }: Stretch): { whole: Stretch | null; parts: Stretch[] } {
  const first = from && (from === firstOf(from) ? from : addMonths(firstOf(from), 1))
  const last = to && (addDays(to, 1) === nextOf(to) ? firstOf(to) : addMonths(firstOf(to), -1))
  if (first && last && first > last) return { whole: null, parts: [{ from, to }] }
  const before = from && first && from < first ? [{ from, to: addDays(first, -1) }] : []
  const after = to && last && nextOf(last) <= to ? [{ from: nextOf(last), to }] : []
  return { whole: { from: first, to: last }, parts: [...before, ...after] }
}

const firstOf = (day: IsoDate): IsoDate => isoDate(yearOf(day), monthOf(day), 1)
const nextOf = (day: IsoDate): IsoDate => addMonths(firstOf(day), 1)

function monthlySums(db: ReadDb, { programmeId, bodyId, kind }: Filters, { from, to }: Stretch): Promise<UnitSum[]> {
  let rows = db.selectFrom('activity_sum')
  if (programmeId) rows = rows.where('programme_id', '=', programmeId)
  if (bodyId) rows = rows.where('owner_body', '=', bodyId)
  if (kind) rows = rows.where('kind', '=', kind)
  if (from) rows = rows.where('month', '>=', from)
  if (to) rows = rows.where('month', '<=', to)
  return rows
    .select(['count_unit', 'reach_unit'])
    .select(({ fn }) => [fn.sum<number>('activities').as('activities'), fn.sum<number>('money').as('money')])
    .select(({ fn }) => [fn.sum<number>('count').as('count'), fn.sum<number>('reach').as('reach')])
    .groupBy(['count_unit', 'reach_unit'])
    .having(({ fn }) => fn.sum<number>('activities'), '>', 0)
    .execute()
}

const sumsOf = (db: ReadDb, wanted: Filters): Promise<UnitSum[]> =>
  filtered(db, wanted)
    .select(['count_unit', 'reach_unit'])
    .select(({ fn }) => [fn.countAll<number>().as('activities'), fn.sum<number | null>('money').as('money')])
    .select(({ fn }) => [fn.sum<number | null>('count').as('count'), fn.sum<number | null>('reach').as('reach')])
    .groupBy(['count_unit', 'reach_unit'])
    .execute()

/** How many in all, their units added up in the order of the rows, and the money. */
export function addUpUnits(rows: readonly UnitSum[]) {
  const units = new Map<string, number>()
  const add = (unit: string | null, value: number | null) => unit && units.set(unit, (units.get(unit) ?? 0) + (value ?? 0))
  for (const row of rows) {
    add(row.count_unit, row.count)
    add(row.reach_unit, row.reach)
  }
  return {
    activities: rows.reduce((sum, row) => sum + row.activities, 0),
    money: rows.reduce((sum, row) => sum + (row.money ?? 0), 0),
    units: [...units].map(([unit, value]) => ({ unit, value })),
  }
}
