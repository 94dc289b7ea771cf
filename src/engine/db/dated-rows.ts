import { type Insertable, sql } from 'kysely'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from './database.ts'
import type { DB } from './schema.generated.ts'

/** Tables of rows that hold from a day on, and up to a day once they have ended. */
type Dated = { [Table in keyof DB]: 'id' | 'valid_from' | 'valid_to' extends keyof DB[Table] ? Table : never }[keyof DB]

/** Enters a row that holds from its day on. Whatever was open for the same `columns` ends the day before; later rows stay. */
export async function setDatedRow<Table extends Dated>(
  tx: Tx,
  table: Table,
  columns: readonly (keyof DB[Table] & string)[],
  row: Insertable<DB[Table]> & { valid_from: IsoDate },
): Promise<void> {
  const value = (column: string) => (row as Record<string, unknown>)[column]
  const same = columns.map(column => sql`${sql.ref(column)} IS NOT DISTINCT FROM ${value(column)}`)
  await sql`UPDATE ${sql.table(table)} SET valid_to = ${addDays(row.valid_from, -1)}
    WHERE ${sql.join(same, sql` AND `)} AND valid_to IS NULL AND valid_from < ${row.valid_from}`.execute(tx)
  const names = Object.keys(row)
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(names.map(name => sql.ref(name)))})
    VALUES (${sql.join(names.map(value))})`.execute(tx)
}

/** Lets a row hold up to yesterday; one that began today holds its one day. Returns its last day. Refuses 'not-found' where none is open. */
export async function endDatedRow(tx: Tx, table: Dated, id: string, today: IsoDate): Promise<IsoDate> {
  const { rows } = await sql<{ validTo: IsoDate }>`UPDATE ${sql.table(table)}
    SET valid_to = greatest(valid_from, ${addDays(today, -1)}::date)
    WHERE id = ${id} AND valid_to IS NULL RETURNING valid_to AS "validTo"`.execute(tx)
  if (!rows[0]) throw new Refusal('not-found', { what: 'dated-row' })
  return rows[0].validTo
}
