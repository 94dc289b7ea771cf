import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { ReadDb } from './database.ts'

const MARK = '/* kept */ '
/** A connection keeps its plans for good: what comes after so many texts is planned each time. */
const MOST = 64

/** Names the statements that are to be kept, which is what makes PostgreSQL prepare them; Kysely gives them no name. */
export class KeptClient extends pg.Client {
  readonly #names = new Map<string, string>()

  override query(...asked: unknown[]): never {
    const [text, values] = asked
    const name = typeof text === 'string' && text.startsWith(MARK) ? this.#nameOf(text) : null
    const sent = name ? [{ name, text, values }] : asked
    return super.query(...(sent as [never]))
  }

  #nameOf(text: string): string | null {
    const known = this.#names.get(text)
    if (known || this.#names.size >= MOST) return known ?? null
    const name = createHash('sha256').update(text).digest('base64url')
    this.#names.set(text, name)
    return name
  }
}

/**
 * Asks a long statement whose text does not vary by what is asked. Each connection plans it once, for any values: where many
 * tables with row-level security meet, planning is dearer than the reading.
 */
export async function askKept<Row>(db: ReadDb, statement: RawBuilder<Row>): Promise<Row[]> {
  await sql`SET LOCAL plan_cache_mode = force_generic_plan`.execute(db)
  const { rows } = await sql<Row>`${sql.raw(MARK)}${statement}`.execute(db)
  await sql`SET LOCAL plan_cache_mode = auto`.execute(db)
  return rows
}
