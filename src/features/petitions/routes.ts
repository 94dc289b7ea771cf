import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { LEVELS, type Level } from './contract.ts'

export type Route = {
  id: string
  field: string | null
  placeId: string | null
  level: Level
  addressee: string
  decidedBy: string
  validFrom: IsoDate
  validTo: IsoDate | null
}

/** The table of addressees with its history, what holds first. */
export async function listRoutes(db: ReadDb): Promise<Route[]> {
  const rows = await db.selectFrom('petition_route').selectAll().orderBy('valid_from', 'desc').orderBy('id').execute()
  return rows.map(row => ({
    id: row.id,
    field: row.field,
    placeId: row.place_id,
    level: row.level as Level,
    addressee: row.addressee,
    decidedBy: row.decided_by,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

const holdsOn = (route: Route, day: IsoDate) => route.validFrom <= day && (route.validTo === null || day <= route.validTo)

/** For each level the body to forward to: the row for this very field and place before a general one. Pure. */
export function proposeAddressees(
  routes: readonly Route[],
  { field, communeId, day }: { field: string; communeId: string; day: IsoDate },
): Pick<Route, 'level' | 'addressee' | 'decidedBy'>[] {
  const fits = (route: Route) =>
    holdsOn(route, day) &&
    (route.field === null || route.field === field) &&
    (route.placeId === null || route.placeId === communeId)
  const weight = (route: Route) => (route.placeId === null ? 0 : 2) + (route.field === null ? 0 : 1)
  return LEVELS.flatMap(level => {
    const [best] = routes.filter(route => route.level === level && fits(route)).toSorted((a, b) => weight(b) - weight(a))
    return best ? [{ level, addressee: best.addressee, decidedBy: best.decidedBy }] : []
  })
}
