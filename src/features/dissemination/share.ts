import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { isReader } from './rules.ts'
import type { Dissemination } from './store.ts'

export type UnitShare = { unitId: string | null; unit: string | null; staff: number; read: number; missing: string[] }

/** How many of the staff have confirmed, unit by unit, and who has not: for the own side's leader, whom row-level security lets see it. */
export async function shareOf(db: ReadDb, found: Pick<Dissemination, 'id' | 'bodyId' | 'unitIds'>): Promise<UnitShare[]> {
  const staff = await db
    .selectFrom('account')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select(['account.id', 'display_name', 'unit_id', 'unit.name as unit'])
    .where('account.body_id', '=', found.bodyId)
    .where('disabled_at', 'is', null)
    .orderBy(sql`unit.name COLLATE "vi-x-icu"`)
    .orderBy(sql`display_name COLLATE "vi-x-icu"`)
    .execute()
  const readings = await db
    .selectFrom('dissemination_reading')
    .select('account_id')
    .where('dissemination_id', '=', found.id)
    .execute()
  const read = new Set(readings.map(row => row.account_id))
  const readers = staff.filter(row => isReader(found, row.unit_id))
  return [...Map.groupBy(readers, row => row.unit_id)].map(([unitId, own]) => ({
    unitId,
    unit: own[0]!.unit,
    staff: own.length,
    read: own.filter(row => read.has(row.id)).length,
    missing: own.filter(row => !read.has(row.id)).map(row => row.display_name),
  }))
}
