import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { Client, type ClientConfig } from 'pg'
import { openFileStore } from '../files/file-store.ts'
import { BackupRefused } from './backup-refused.ts'
import { type CheckedArchive, checkArchive } from './check.ts'
import { withoutConstraints } from './constraints.ts'
import { copyIn } from './copy.ts'
import { findHash } from './hash-file.ts'
import type { Manifest, Progress, TableEntry } from './manifest.ts'
import { copyTarget, EXACT_TEXT, listApplied, listTables, type Table } from './tables.ts'

const RESTORING = 7402

export type RestoreOptions = {
  source: string
  /** An empty database. */
  db: ClientConfig
  filesDir: string
  /** Brings the empty database to the schema after this migration. */
  migrate: (upTo: string) => Promise<unknown>
  progress?: Progress | undefined
}

/**
 * Loads an archive into an empty database and returns what it held. Every SHA-256 is compared before anything is written and again
 * while rows are loaded. All or nothing: whatever fails, the database is empty afterwards. Throws BackupRefused.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const archive = await checkArchive(options.source)
  await withClient(options.db, async guard => {
    await refuseUnlessAlone(guard)
    await refuseUnlessEmpty(guard)
    try {
      await withClient(options.db, client => fill(client, archive, options))
    } catch (error) {
      await makeEmpty(guard)
      throw error
    }
  })
  return archive.manifest
}

async function withClient(db: ClientConfig, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(db)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}

async function refuseUnlessAlone(client: Client): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [RESTORING])
  if (!rows[0]?.alone) throw new BackupRefused('Một lần phục hồi khác đang chạy trên cơ sở dữ liệu này: hãy đợi nó xong.')
}

async function refuseUnlessEmpty(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') LIMIT 1`,
  )
  if (rowCount)
    throw new BackupRefused(
      'Cơ sở dữ liệu không trống: chỉ phục hồi được vào một thư mục dữ liệu mới hoặc một cơ sở dữ liệu trống.',
    )
}

// Only what the migrations of this very restore made can be there: it was empty before.
async function makeEmpty(client: Client): Promise<void> {
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC')
}

async function fill(client: Client, archive: CheckedArchive, options: RestoreOptions): Promise<void> {
  const { manifest } = archive
  await options.migrate(manifest.migrations.at(-1)!)
  await refuseOtherSchema(client, manifest)
  await client.query('BEGIN')
  await client.query(EXACT_TEXT)
  const total = manifest.tables.length + manifest.files.length
  const names = manifest.tables.map(table => `public.${client.escapeIdentifier(table.name)}`)
  await withoutConstraints(client, async () => {
    await client.query(`TRUNCATE ${names.join(', ')}`)
    for (const [index, table] of manifest.tables.entries()) {
      await loadTable(client, archive, table)
      options.progress?.({ name: table.name, done: index + 1, total })
    }
  })
  await setSequences(client, manifest)
  await loadFiles(archive, options, total)
  await client.query('COMMIT')
  await client.query('ANALYZE')
}

async function refuseOtherSchema(client: Client, manifest: Manifest): Promise<void> {
  const applied = JSON.stringify(await listApplied(client)) === JSON.stringify(manifest.migrations)
  if (applied && outline(await listTables(client)) === outline(manifest.tables)) return
  throw new BackupRefused(
    'Bản sao lưu thuộc một phiên bản phoihop khác (cấu trúc dữ liệu không khớp): hãy dùng đúng phiên bản đó hoặc một phiên bản mới hơn.',
  )
}

const outline = (tables: Table[]): string => JSON.stringify(tables.map(({ name, columns }) => [name, columns]))

async function loadTable(client: Client, archive: CheckedArchive, table: TableEntry): Promise<void> {
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const chunk of archive.readTable(table)) {
      hash.update(chunk)
      yield chunk
    }
  }
  const rows = await copyIn(client, `COPY ${copyTarget(client, table)} FROM STDIN`, hashed())
  if (rows === table.rows && hash.digest('hex') === table.sha256) return
  throw new BackupRefused(`Bảng ${table.name} trong bản sao lưu đã hỏng (không khớp mã SHA-256), nên không phục hồi gì.`)
}

async function setSequences(client: Client, manifest: Manifest): Promise<void> {
  const sql = `SELECT setval(seqrelid::regclass, coalesce($2::bigint, seqstart), $2 IS NOT NULL) FROM pg_sequence
    WHERE seqrelid = (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = $1)`
  for (const { name, last } of manifest.sequences) await client.query(sql, [name, last])
}

async function loadFiles(archive: CheckedArchive, options: RestoreOptions, total: number): Promise<void> {
  const store = openFileStore(options.filesDir)
  const { files, tables } = archive.manifest
  for (const [index, { sha256, size }] of files.entries()) {
    const path = store.pathOf(sha256)
    if ((await findHash(path)) !== sha256) await rm(path, { force: true })
    const stored = await store.put(archive.readFile(sha256), size)
    if (stored.sha256 !== sha256) throw new BackupRefused(`Tệp ${sha256} trong bản sao lưu đã hỏng, nên không phục hồi gì.`)
    options.progress?.({ name: sha256, done: tables.length + index + 1, total })
  }
}
