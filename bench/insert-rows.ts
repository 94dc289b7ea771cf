import { type Insertable, sql } from 'kysely'
import type { Tx } from '../src/engine/db/database.ts'
import type { DB } from '../src/engine/db/schema.generated.ts'
import type { Engine } from '../src/engine/runner.ts'

const ROWS_AT_ONCE = 5000

/** A transaction of the database's owner, who stands behind the second wall: what is written would never pass it in one piece. */
export const writeAsOwner = <T>(engine: Engine, run: (tx: Tx) => Promise<T>): Promise<T> =>
  engine.database.write('system', async tx => {
    await sql`SET LOCAL ROLE NONE`.execute(tx)
    return run(tx)
  })

/** Writes many rows in few statements. All have the columns of the first; what is jsonb is given as data, not as its text. */
export async function insertRows<Table extends keyof DB>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map(column => sql.ref(column)))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const text = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE).map(bytesAsHex))
    await sql`INSERT INTO ${sql.table(table)} (${columns}) SELECT ${columns}
      FROM json_populate_recordset(NULL::${sql.table(table)}, ${text}::json)`.execute(tx)
  }
}

/** As PostgreSQL reads bytea. */
const bytesAsHex = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]: [string, unknown]) => [
      column,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  )
