import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Client, type ClientConfig } from 'pg'
import { openFileStore } from '../files/file-store.ts'
import { type ArchiveWriter, createArchive } from './archive.ts'
import { BackupRefused } from './backup-refused.ts'
import { copyOut } from './copy.ts'
import { findHash } from './hash-file.ts'
import {
  FORMAT,
  FORMAT_VERSION,
  fileEntry,
  MANIFEST_ENTRY,
  type Manifest,
  type Progress,
  type TableEntry,
  tablePart,
} from './manifest.ts'
import { copyTarget, EXACT_TEXT, listApplied, listSequences, listTables, type Table } from './tables.ts'

export type BackupOptions = {
  db: ClientConfig
  /** Root of the content-addressed files. */
  filesDir: string
  /** Query whose column `sha256` names the files to take, as `SELECT sha256 FROM blob`. */
  filesQuery: string
  /** The archive to write. Refused where it exists. */
  target: string
  progress?: Progress | undefined
}

const PART_BYTES = 4 << 20
const compress = promisify(gzip)

/**
 * Writes database and files, as they are at one moment, into one archive while the server runs; returns what it holds. The rows are
 * stored as text, so that any PostgreSQL takes them. Written beside the target and moved there when complete. Throws BackupRefused.
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { target } = options
  if (existsSync(target)) throw new BackupRefused(`Tệp ${target} đã có: hãy chọn một tên khác cho bản sao lưu.`)
  if (!existsSync(dirname(target))) throw new BackupRefused(`Không có thư mục ${dirname(target)} để ghi bản sao lưu.`)
  const part = `${target}.part`
  try {
    const manifest = await fillArchive(part, options)
    await rename(part, target)
    await syncFolder(dirname(target))
    return manifest
  } finally {
    await rm(part, { force: true })
  }
}

async function fillArchive(path: string, options: BackupOptions): Promise<Manifest> {
  const archive = await createArchive(path)
  try {
    await addText(archive, FORMAT, `${FORMAT_VERSION}\n`)
    const manifest = await addContents(archive, options)
    await addText(archive, MANIFEST_ENTRY, `${JSON.stringify(manifest, null, 1)}\n`)
    await archive.finish()
    return manifest
  } finally {
    await archive.close()
  }
}

const addText = (archive: ArchiveWriter, name: string, text: string): Promise<void> =>
  archive.add(name, Buffer.byteLength(text), [Buffer.from(text)])

async function addContents(archive: ArchiveWriter, options: BackupOptions): Promise<Manifest> {
  const client = new Client(options.db)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(EXACT_TEXT)
    const { rows } = await client.query<{ sha256: string }>(options.filesQuery)
    const wanted = [...new Set(rows.map(row => row.sha256))].toSorted()
    const database = await addDatabase(archive, client, wanted.length, options.progress)
    const files = await addFiles(archive, options, wanted, database.tables.length)
    return { format: FORMAT, version: FORMAT_VERSION, createdAt: new Date().toISOString(), ...database, ...files }
  } finally {
    await client.end()
  }
}

async function addDatabase(archive: ArchiveWriter, client: Client, fileCount: number, progress?: Progress) {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  const migrations = await listApplied(client)
  const known = await listTables(client)
  const tables: TableEntry[] = []
  for (const table of known) {
    tables.push(await addTable(archive, client, table))
    progress?.({ name: table.name, done: tables.length, total: known.length + fileCount })
  }
  const postgres = /^[\d.]+/.exec(rows[0]?.server_version ?? '')?.[0] ?? ''
  return { postgres, migrations, tables, sequences: await listSequences(client) }
}

async function addTable(archive: ArchiveWriter, client: Client, table: Table): Promise<TableEntry> {
  const hash = createHash('sha256')
  let parts = 0
  let rows = 0
  for await (const bytes of inParts(copyOut(client, `COPY ${copyTarget(client, table)} TO STDOUT`), hash)) {
    rows += countLines(bytes)
    const packed = await compress(bytes)
    await archive.add(tablePart(table.name, ++parts), packed.length, [packed])
  }
  return { ...table, rows, parts, sha256: hash.digest('hex') }
}

async function* inParts(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of source) {
    hash.update(chunk)
    held.push(chunk)
    size += chunk.length
    if (size < PART_BYTES) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

// In COPY's text a line end inside a value is escaped: every line is a row.
function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

async function addFiles(archive: ArchiveWriter, options: BackupOptions, wanted: string[], tableCount: number) {
  const store = openFileStore(options.filesDir)
  const files: Manifest['files'] = []
  const absent: Manifest['absent'] = []
  for (const [index, sha256] of wanted.entries()) {
    const path = store.pathOf(sha256)
    const hash = await findHash(path)
    if (hash === sha256) files.push({ sha256, size: await addFile(archive, sha256, path) })
    else absent.push({ sha256, why: hash ? 'damaged' : 'missing' })
    options.progress?.({ name: sha256, done: tableCount + index + 1, total: tableCount + wanted.length })
  }
  return { files, absent }
}

async function addFile(archive: ArchiveWriter, sha256: string, path: string): Promise<number> {
  const { size } = await stat(path)
  await archive.add(fileEntry(sha256), size, createReadStream(path))
  return size
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
