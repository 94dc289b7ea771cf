import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assert, asyncProperty, integer, tuple } from 'fast-check'
import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFileStore } from '../files/file-store.ts'
import { launchPostgres, type RunningPostgres } from '../postgres/launch.ts'
import { listPrograms } from '../postgres/programs.ts'
import { ask, scratchFolder } from '../postgres/scratch.ts'
import { writeBackup } from './backup.ts'
import { BackupRefused } from './backup-refused.ts'
import { copyOut } from './copy.ts'
import { restoreBackup } from './restore.ts'
import { fillSample, migrateSample } from './sample.ts'

type Origin = 'system' | 'npm'

const origins = (['system', 'npm'] as const).filter(origin => [...listPrograms(origin)].length > 0)
const pairs = origins.flatMap(from => origins.map(to => ({ from, to })))
const filesQuery = 'SELECT sha256 FROM blob'
const scratch = scratchFolder()
const servers = new Map<Origin, RunningPostgres>()
let serial = 0

beforeAll(async () => {
  for (const programs of origins) servers.set(programs, await launchPostgres({ dataDir: join(scratch.dir, programs), programs }))
})
afterAll(async () => {
  for (const server of servers.values()) await server.stop()
  scratch.remove()
})

const anyOrigin = origins[0] ?? 'npm'
const fresh = (name: string) => join(scratch.dir, `${name}-${++serial}`)

async function emptyDatabase(origin: Origin, owner = 'phoihop'): Promise<ClientConfig> {
  const { config } = servers.get(origin)!
  const database = `scratch_${++serial}`
  await ask(config, `CREATE DATABASE ${database} OWNER ${owner}`)
  return { ...config, database, user: owner }
}

async function filledDatabase(origin: Origin, rows: number): Promise<{ db: ClientConfig; filesDir: string }> {
  const db = await emptyDatabase(origin)
  const filesDir = fresh('files')
  await migrateSample(db)
  await fillSample(db, filesDir, rows)
  return { db, filesDir }
}

/** A digest of every row of every table, generated columns with them. */
async function digests(db: ClientConfig): Promise<Record<string, unknown>> {
  const tables = await ask<{ name: string; quoted: string }>(
    db,
    `SELECT relname AS name, quote_ident(relname) AS quoted FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  const found: Record<string, unknown> = {}
  for (const { name, quoted } of tables) {
    const sql = `SELECT count(*)::int AS rows, md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")) AS digest FROM ${quoted} t`
    found[name] = await ask({ ...db, options: '-c timezone=UTC' }, sql)
  }
  return found
}

const tableCount = async (db: ClientConfig) =>
  (
    await ask<{ n: number }>(
      db,
      `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    )
  )[0]?.n

describe.each(pairs)('from PostgreSQL of $from to PostgreSQL of $to', ({ from, to }) => {
  test('every table and file comes back exactly', async () => {
    const { db, filesDir } = await filledDatabase(from, 20_000)
    const target = fresh('archive')
    const manifest = await writeBackup({ db, filesDir, filesQuery, target })
    expect(manifest.tables.find(table => table.name === 'activity')?.parts).toBeGreaterThan(1)
    expect(readdirSync(dirname(target)).filter(name => name.endsWith('.part'))).toEqual([])

    const restored = { db: await emptyDatabase(to), filesDir: fresh('files') }
    await restoreBackup({ ...restored, source: target, migrate: upTo => migrateSample(restored.db, upTo) })
    expect(await digests(restored.db)).toEqual(await digests(db))
    for (const { sha256 } of manifest.files) {
      const bytes = readFileSync(openFileStore(restored.filesDir).pathOf(sha256))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
  })
})

describe('a backup', () => {
  test('made while others write holds one moment', async () => {
    const { db, filesDir } = await filledDatabase(anyOrigin, 5_000)
    const writer = new Client(db)
    await writer.connect()
    const state = { writing: true }
    const writing = (async () => {
      while (state.writing)
        await writer.query(
          'WITH i AS (INSERT INTO ledger_in DEFAULT VALUES RETURNING id) INSERT INTO ledger_out SELECT id FROM i',
        )
    })()
    const target = fresh('archive')
    const manifest = await writeBackup({ db, filesDir, filesQuery, target })
    state.writing = false
    await writing
    await writer.end()

    const restored = { db: await emptyDatabase(anyOrigin), filesDir: fresh('files') }
    await restoreBackup({ ...restored, source: target, migrate: upTo => migrateSample(restored.db, upTo) })
    const [row] = await ask<{ one: number; both: number }>(
      restored.db,
      'SELECT count(*)::int AS one, count(o.id)::int AS both FROM ledger_in i FULL JOIN ledger_out o ON o.id = i.id',
    )
    expect(row?.one).toBe(row?.both)
    expect(row?.one).toBe(manifest.tables.find(table => table.name === 'ledger_in')?.rows)
    expect(await ask(restored.db, 'INSERT INTO ledger_in DEFAULT VALUES RETURNING id')).toHaveLength(1)
  })

  test('counts what it does, ends with the whole, and is readable by its owner only', async () => {
    const { db, filesDir } = await filledDatabase(anyOrigin, 10)
    const target = fresh('archive')
    const steps: { done: number; total: number }[] = []
    const manifest = await writeBackup({ db, filesDir, filesQuery, target, progress: step => steps.push(step) })
    expect(steps.map(step => step.done)).toEqual(steps.map((_, index) => index + 1))
    expect(steps.at(-1)?.total).toBe(steps.length)
    expect(steps).toHaveLength(manifest.tables.length + manifest.files.length)
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  test('names files that the disk has lost or damaged, and takes the others', async () => {
    const { db, filesDir } = await filledDatabase(anyOrigin, 10)
    const [damaged] = await ask<{ sha256: string }>(db, 'SELECT sha256 FROM blob ORDER BY sha256 LIMIT 1')
    writeFileSync(openFileStore(filesDir).pathOf(damaged!.sha256), 'khác')
    const missing = 'f'.repeat(64)
    await ask(db, `INSERT INTO blob VALUES ('${missing}')`)
    const manifest = await writeBackup({ db, filesDir, filesQuery, target: fresh('archive') })
    expect(manifest.absent).toEqual([
      { sha256: damaged!.sha256, why: 'damaged' },
      { sha256: missing, why: 'missing' },
    ])
    expect(manifest.files).toHaveLength(2)
  })

  test('never overwrites a file, and leaves nothing when it fails', async () => {
    const { db, filesDir } = await filledDatabase(anyOrigin, 10)
    const folder = fresh('folder')
    mkdirSync(folder)
    writeFileSync(join(folder, 'biên bản.docx'), 'của người dùng')
    const existing = writeBackup({ db, filesDir, filesQuery, target: join(folder, 'biên bản.docx') })
    await expect(existing).rejects.toThrow('đã có')
    await expect(writeBackup({ db, filesDir, filesQuery: 'SELECT sai', target: join(folder, 'a.tar') })).rejects.toThrow('sai')
    expect(readdirSync(folder)).toEqual(['biên bản.docx'])
  })
})

describe('a restore', () => {
  let source: string
  let sourceDb: ClientConfig
  beforeAll(async () => {
    const { db, filesDir } = await filledDatabase(anyOrigin, 20)
    sourceDb = db
    source = fresh('archive')
    await writeBackup({ db, filesDir, filesQuery, target: source })
  })
  const restore = (db: ClientConfig, archive = source, migrate = (upTo: string) => migrateSample(db, upTo)) =>
    restoreBackup({ source: archive, db, filesDir: fresh('files'), migrate })

  test('refuses an archive with one changed byte anywhere, and leaves the database empty', async () => {
    const bytes = readFileSync(source)
    const db = await emptyDatabase(anyOrigin)
    const anywhere = tuple(integer({ min: 0, max: bytes.length - 1 }), integer({ min: 1, max: 255 }))
    await assert(
      asyncProperty(anywhere, async ([position, change]) => {
        const copy = Buffer.from(bytes)
        copy[position]! ^= change
        const damaged = join(scratch.dir, 'damaged.tar')
        writeFileSync(damaged, copy)
        await expect(restore(db, damaged)).rejects.toBeInstanceOf(BackupRefused)
      }),
      { numRuns: 150, seed: 20 },
    )
    expect(await tableCount(db)).toBe(0)
  })

  test('refuses an archive that is cut short or lengthened', async () => {
    const bytes = readFileSync(source)
    const db = await emptyDatabase(anyOrigin)
    const other = join(scratch.dir, 'cut.tar')
    for (const changed of [bytes.subarray(0, -512), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(512)])]) {
      writeFileSync(other, changed)
      await expect(restore(db, other)).rejects.toThrow('đã hỏng')
    }
  })

  test('refuses what is no backup, or is not there', async () => {
    const db = await emptyDatabase(anyOrigin)
    const other = join(scratch.dir, 'công văn.txt')
    writeFileSync(other, 'Kính gửi: Ủy ban nhân dân tỉnh Sơn Hà\n'.repeat(100))
    await expect(restore(db, other)).rejects.toThrow('không phải là bản sao lưu')
    await expect(restore(db, join(scratch.dir, 'không có.tar'))).rejects.toThrow('Không tìm thấy')
    await expect(restore(db, scratch.dir)).rejects.toThrow('Không tìm thấy')
  })

  test('refuses a database that holds something, and leaves that as it was', async () => {
    const db = await emptyDatabase(anyOrigin)
    await ask(db, 'CREATE TABLE kept AS SELECT 1 AS n')
    await expect(restore(db)).rejects.toThrow('không trống')
    expect(await ask(db, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  })

  test('empties the database again where the schema is another or a row does not fit', async () => {
    const db = await emptyDatabase(anyOrigin)
    const otherSchema = async () => {
      await migrateSample(db, '002-second')
      await ask(db, 'ALTER TABLE counter ADD COLUMN later int')
    }
    await expect(restore(db, source, otherSchema)).rejects.toThrow('phiên bản phoihop khác')
    expect(await tableCount(db)).toBe(0)
    const stricter = async () => {
      await migrateSample(db, '002-second')
      await ask(db, 'ALTER TABLE activity ADD CHECK (place IS NULL)')
    }
    await expect(restore(db, source, stricter)).rejects.toThrow('violates check constraint')
    expect(await tableCount(db)).toBe(0)
    await restore(db)
    expect(await digests(db)).toEqual(await digests(sourceDb))
  })

  test('needs no superuser: the owner of the database is enough', async () => {
    await ask(servers.get(anyOrigin)!.config, 'CREATE ROLE site_owner LOGIN')
    const db = await emptyDatabase(anyOrigin, 'site_owner')
    await restore(db)
    expect(await digests(db)).toEqual(await digests(sourceDb))
  })

  test('keeps foreign keys, triggers and row-level security in force', async () => {
    const db = await emptyDatabase(anyOrigin)
    await restore(db)
    await expect(ask(db, `UPDATE body SET parent = gen_random_uuid()`)).rejects.toThrow('foreign key')
    await expect(ask(db, `INSERT INTO closed_book VALUES ('thêm')`)).rejects.toThrow('sổ đã khóa')
    expect(await ask(db, `SELECT relrowsecurity AS on FROM pg_class WHERE relname = 'blob'`)).toEqual([{ on: true }])
  })
})

test('a COPY that is left early does not hold its client', async () => {
  const client = new Client(servers.get(anyOrigin)!.config)
  client.on('error', () => undefined)
  await client.connect()
  for await (const chunk of copyOut(client, 'COPY (SELECT n, repeat($$x$$, 1000) FROM generate_series(1, 100000) n) TO STDOUT')) {
    expect(chunk.length).toBeGreaterThan(0)
    break
  }
  await client.end()
})
