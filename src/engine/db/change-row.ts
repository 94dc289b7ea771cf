import { sql, type Updateable } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from './database.ts'
import type { DB } from './schema.generated.ts'

/** Tables whose rows are guarded by a version that every change raises. */
type Versioned = { [Table in keyof DB]: 'id' | 'version' extends keyof DB[Table] ? Table : never }[keyof DB]

/**
 * One guarded change: hits the row as it was read and returns its new version. Refuses 'changed-meanwhile' where somebody was faster
 * or row-level security lets nothing through; 'passed-elsewhere' where it is read in a seat that is shared, and another works on it.
 */
export async function changeRow<Table extends Versioned>(
  tx: Tx,
  table: Table,
  seen: { id: string; version: number },
  change: Updateable<DB[Table]>,
): Promise<{ version: number }> {
  const set = Object.entries(change).flatMap(([column, value]) =>
    value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`],
  )
  const { rows } = await sql<{ version: number }>`
    UPDATE ${sql.table(table)} SET ${sql.join([...set, sql`version = version + 1`])}
    WHERE id = ${seen.id} AND version = ${seen.version} RETURNING version`.execute(tx)
  if (!rows[0]) throw new Refusal((await isHeldByOthers(tx, table, seen)) ? 'passed-elsewhere' : 'changed-meanwhile')
  return rows[0]
}

async function isHeldByOthers(tx: Tx, table: string, { id, version }: { id: string; version: number }): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`SELECT NOT whole_seat() AND EXISTS (
    SELECT FROM ${sql.table(table)} WHERE id = ${id} AND version = ${version}) AS held`.execute(tx)
  return rows[0]!.held
}
