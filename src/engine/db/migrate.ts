import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Names of the migrations in a folder, in order: "001-foundation". */
export async function listMigrations(folder: string): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter(name => /^\d{3}-.*\.sql$/.test(name))
    .map(name => name.slice(0, -4))
    .toSorted()
}

/** Runs the numbered .sql files that the database has not seen, each in its transaction, one process at a time. Returns those run. */
export async function migrate(config: pg.ClientConfig, folder: string, upTo?: string): Promise<string[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(7401)')
    await client.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())')
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration')
    const seen = new Set(rows.map(row => row.name))
    const wanted = (await listMigrations(folder)).filter(name => !seen.has(name) && (!upTo || name <= upTo))
    for (const name of wanted) await runOne(client, folder, name)
    return wanted
  } finally {
    await client.end()
  }
}

/** Gives a new database its `home`, the id of the site that keeps the rows; a restored one brings its own. */
export async function nameSite(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  await client.query('INSERT INTO site (home) SELECT gen_random_uuid() WHERE NOT EXISTS (SELECT FROM site)')
  await client.end()
}

async function runOne(client: pg.Client, folder: string, name: string): Promise<void> {
  const text = await readFile(join(folder, `${name}.sql`), 'utf8')
  await client.query('BEGIN')
  try {
    await client.query(text)
    await client.query('INSERT INTO migration (name) VALUES ($1)', [name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
