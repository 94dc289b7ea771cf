import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { writeBackup } from '../../src/engine/backup/backup.ts'
import type { TestSite } from './site.ts'

/** Everything that stands in the database, jobs among it, as text. */
export async function dumpOf({ config }: Pick<TestSite, 'config'>): Promise<string> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  )
  const parts: string[] = []
  for (const { name } of rows) parts.push(JSON.stringify((await client.query(`SELECT t::text FROM ${name} t`)).rows))
  await client.end()
  return parts.join('\n')
}

/** Where words that were planted in a name are found: tables, stored files, letters, keys, a backup. Empty where it is kept as it should be. */
export async function placesOfPlanted(site: TestSite, planted: RegExp): Promise<string[]> {
  const found: string[] = []
  if (planted.test(await dumpOf(site))) found.push('database')
  const target = join(site.dir, 'ban-sao.tar')
  await writeBackup({ db: site.config, filesDir: site.dir, filesQuery: 'SELECT sha256 FROM blob WHERE false', target })
  for (const one of await readdir(site.dir, { recursive: true, withFileTypes: true })) {
    const text = one.isFile() ? await readFile(join(one.parentPath, one.name), 'utf8') : ''
    if (planted.test(text)) found.push(one.name)
  }
  return found
}
