import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { compareVietnamese } from '../../kernel/vietnamese.ts'
import { POST_HOLDS, seatedIn } from '../agencies/index.ts'
import { isReader } from './rules.ts'
import { type Dissemination, unitsOf } from './store.ts'

export type UnitShare = { unitId: string | null; unit: string | null; staff: number; read: number; missing: string[] }

/** How many of the staff have confirmed, unit by unit, and who has not: for the own side's leader, whom row-level security lets see it. */
export async function shareOf(db: ReadDb, found: Pick<Dissemination, 'id' | 'bodyId' | 'unitIds'>): Promise<UnitShare[]> {
  const staff = await db
    .selectFrom('account')
    .innerJoin('account_today', 'account_today.id', 'account.id')
    .select(['account.id', 'account.display_name', 'account_today.unit_id'])
    .where('account.body_id', '=', seatedIn(found.bodyId))
    .where('account.disabled_at', 'is', null)
    .where(sql<boolean>`cardinality(account_today.roles) > 0`)
    .orderBy(sql`account.display_name COLLATE "vi-x-icu"`)
    .execute()
  const readings = await db
    .selectFrom('dissemination_reading')
    .select('account_id')
    .where('dissemination_id', '=', found.id)
    .execute()
  const read = new Set(readings.map(row => row.account_id))
  const posts = await db.selectFrom('post').select(['account_id', 'unit_id']).where(POST_HOLDS).execute()
  // Who serves two units is counted once: in the first of them that is asked.
  const readers = staff.flatMap(row => {
    const served = posts.flatMap(post => (post.account_id === row.id ? (post.unit_id ?? []) : []))
    const asked = [row.unit_id, ...served].find(unit => unit !== null && found.unitIds.includes(unit))
    return isReader(found, served) ? [{ ...row, unitId: asked ?? row.unit_id }] : []
  })
  const names = new Map((await unitsOf(db, found.bodyId)).map(unit => [unit.id, unit.name]))
  const shares = [...Map.groupBy(readers, row => row.unitId)].map(([unitId, own]) => ({
    unitId,
    unit: unitId && (names.get(unitId) ?? null),
    staff: own.length,
    read: own.filter(row => read.has(row.id)).length,
    missing: own.filter(row => !read.has(row.id)).map(row => row.display_name),
  }))
  return shares.toSorted((a, b) => compareVietnamese(a.unit ?? '', b.unit ?? ''))
}
