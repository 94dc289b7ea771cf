import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Acting } from '../../kernel/permissions.ts'
import { KeptClient } from './kept-client.ts'
import { type Listening, listenTo } from './listen.ts'
import type { DB } from './schema.generated.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

/** A write transaction of the runner. Only the runner makes one. */
export type Tx = Transaction<DB> & { readonly writes: true }
/** A read within the rights of who asks: all of it sees one moment. A write transaction serves as well, and sees each statement's own. */
export type ReadDb = Transaction<DB>

// Counts and đồng fit a number (< 9·10¹⁵); dates stay text, so that no time zone can move them.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

export type Database = {
  /** The site that keeps the rows. */
  home: string
  pool: pg.Pool
  write: <T>(acting: Acting, run: (tx: Tx) => Promise<T>) => Promise<T>
  read: <T>(acting: Acting, run: (db: ReadDb) => Promise<T>) => Promise<T>
  /** Hears what triggers tell on a channel. */
  listen: (channel: string, hear: (word: string) => void) => Promise<Listening>
  close: () => Promise<void>
}

/** A connection keeps its plans so long while nobody asks. */
const IDLE_MS = 10 * 60_000

/** Opens a migrated database. Every transaction takes the role and the settings that row-level security asks for. */
export async function openDatabase(config: pg.PoolConfig): Promise<Database> {
  const pool = new pg.Pool({ max: 12, idleTimeoutMillis: IDLE_MS, Client: KeptClient, ...config })
  pool.on('error', error => console.error('database connection lost:', error.message))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const { rows } = await pool.query<{ home: string }>('SELECT home FROM site')
  const home = rows[0]!.home
  return {
    home,
    pool,
    write: (acting, run) =>
      kysely.transaction().execute(async tx => {
        await becomeActor(tx, home, acting)
        return run(tx as Tx)
      }),
    read: (acting, run) =>
      kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async tx => {
          await becomeActor(tx, home, acting)
          return run(tx)
        }),
    listen: (channel, hear) => listenTo(config, channel, hear),
    close: async () => {
      await kysely.destroy()
      // Kysely ends the pool only where it has used it.
      if (!pool.ended) await pool.end()
    },
  }
}

/** The moment as of which everything is answered here, whatever is committed meanwhile; null where each statement sees its own. */
export const oneMoment = sql<
  string | null
>`CASE WHEN current_setting('transaction_isolation') = 'repeatable read' THEN pg_current_snapshot()::text END`

async function becomeActor(tx: Transaction<DB>, home: string, acting: Acting): Promise<void> {
  const [body, account] = typeof acting === 'string' ? ['', ''] : [acting.bodyId, acting.accountId]
  await sql`SELECT set_config('role', 'phoihop_app', true), set_config('phoihop.home', ${home}, true),
    set_config('phoihop.body', ${body}, true), set_config('phoihop.account', ${account}, true),
    set_config('phoihop.system', ${acting === 'system' ? 'on' : 'off'}, true)`.execute(tx)
}
