import type { Insertable } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { DB } from '../../engine/db/schema.generated.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { How, ParentClause } from './contract.ts'

const parents = (db: ReadDb) =>
  db
    .selectFrom('parent_text')
    .select(['id', 'programme_id', 'level', 'title', 'number', 'issuer', 'clauses', 'removed_at', 'version'])
type Row = Awaited<ReturnType<ReturnType<typeof parents>['executeTakeFirstOrThrow']>>

const toParent = (row: Row) => ({
  id: row.id,
  programmeId: row.programme_id,
  level: row.level as 'central' | 'province',
  title: row.title,
  number: row.number,
  issuer: row.issuer,
  clauses: row.clauses as ParentClause[],
  removed: row.removed_at !== null,
  version: row.version,
})
export type Parent = ReturnType<typeof toParent>

/** The text of an upper programme of an own one. Refuses 'not-found'. */
export async function getParent(db: ReadDb, id: string): Promise<Parent> {
  const row = await parents(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'parent' })
  return toParent(row)
}

export async function parentsOf(db: ReadDb, programmeId: string): Promise<Parent[]> {
  const rows = await parents(db)
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('level')
    .orderBy('id')
    .execute()
  return rows.map(toParent)
}

export async function linksOf(db: ReadDb, programmeId: string) {
  const rows = await db
    .selectFrom('parent_link')
    .select(['id', 'parent_id', 'parent_path', 'child_path', 'how', 'reason', 'version'])
    .where('programme_id', '=', programmeId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    upperId: row.parent_id,
    parentPath: row.parent_path,
    childPath: row.child_path,
    how: row.how as How | null,
    reason: row.reason,
    version: row.version,
  }))
}

/** A link that nobody has entered yet; a second one of another screen is told so. */
export async function enterLink(tx: Tx, row: Insertable<DB['parent_link']>): Promise<void> {
  const made = await tx
    .insertInto('parent_link')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Refusal('changed-meanwhile')
}
