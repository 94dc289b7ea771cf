import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import pg from 'pg'
import { listEntries, readEntry } from '../../src/engine/backup/archive.ts'
import { writeBackup } from '../../src/engine/backup/backup.ts'
import { newId } from '../../src/kernel/ids.ts'
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

/** What this process has said, as a server says it in its log. */
const log: string[] = []
for (const level of ['log', 'info', 'warn', 'error'] as const) {
  const say = console[level]
  console[level] = (...words: unknown[]) => {
    log.push(format(...words))
    say(...words)
  }
}

const PACKED = Buffer.from([0x1f, 0x8b])

/** What a backup holds, unpacked as one would who has found it. */
async function textOfBackup(path: string): Promise<string> {
  const parts: string[] = []
  for await (const entry of listEntries(path)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of readEntry(path, entry)) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    parts.push((bytes.subarray(0, 2).equals(PACKED) ? await promisify(gunzip)(bytes) : bytes).toString('utf8'))
  }
  return parts.join('\n')
}

/** Where words that were planted in a name are found: tables, stored files, letters, keys, a backup, the log. Empty where it is kept as it should be. */
export async function placesOfPlanted(site: TestSite, planted: RegExp): Promise<string[]> {
  const found: string[] = []
  if (planted.test(await dumpOf(site))) found.push('database')
  if (log.some(line => planted.test(line))) found.push('log')
  const target = join(site.dir, `${newId()}.tar`)
  await writeBackup({ db: site.config, filesDir: site.dir, filesQuery: 'SELECT sha256 FROM blob WHERE false', target })
  if (planted.test(await textOfBackup(target))) found.push('backup')
  for (const one of await readdir(site.dir, { recursive: true, withFileTypes: true })) {
    const text = one.isFile() ? await readFile(join(one.parentPath, one.name), 'utf8') : ''
    if (planted.test(text)) found.push(one.name)
  }
  return found
}
