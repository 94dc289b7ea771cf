import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { heirOf } from '../agencies/index.ts'
import { isReader } from './rules.ts'
import type { Dissemination } from './store.ts'

export type UnitShare = { unitId: string | null; unit: string | null; staff: number; read: number; missing: string[] }

/** How many of the staff have confirmed, unit by unit, and who has not: for the own side's leader, whom row-level security lets see it. */
export async function shareOf(db: ReadDb, found: Pick<Dissemination, 'id' | 'bodyId' | 'unitIds'>): Promise<UnitShare[]> {
  const staff = await db
    .selectFrom('account')
    .innerJoin('account_today', 'account_today.id', 'account.id')
    .leftJoin('unit', 'unit.id', 'account_today.unit_id')
    .select(['account.id', 'account.display_name', 'account_today.unit_id', 'unit.name as unit'])
    .where('account.body_id', '=', heirOf(found.bodyId))
    .where('account.disabled_at', 'is', null)
    .where(sql<boolean>`cardinality(account_today.roles) > 0`)
    .orderBy(sql`unit.name COLLATE "vi-x-icu"`)
    .orderBy(sql`account.display_name COLLATE "vi-x-icu"`)
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
