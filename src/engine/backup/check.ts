import { statSync } from 'node:fs'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type ArchiveEntry, isWhole, listEntries, readEntry } from './archive.ts'
import { BackupRefused } from './backup-refused.ts'
import { hashBytes } from './hash-file.ts'
import { FORMAT, FORMAT_VERSION, fileEntry, MANIFEST_ENTRY, Manifest, type TableEntry, tablePart } from './manifest.ts'

const unpack = promisify(gunzip)

/** An archive whose every digest is right. */
export type CheckedArchive = {
  manifest: Manifest
  /** The rows of a table in COPY text. */
  readTable: (table: TableEntry) => AsyncGenerator<Uint8Array>
  readFile: (sha256: string) => AsyncIterable<Uint8Array>
}

/** Reads the whole archive and compares every SHA-256. Throws BackupRefused for one that is foreign, newer, cut or changed anywhere. */
export async function checkArchive(path: string): Promise<CheckedArchive> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new BackupRefused(`Không tìm thấy bản sao lưu ${path}.`)
  const entries = new Map<string, ArchiveEntry>()
  for await (const entry of listEntries(path)) entries.set(entry.name, entry)
  await checkFormat(path, entries.get(FORMAT))
  if (!(await isWhole(path))) throw damaged(path)
  const archive = await openChecked(path, entries)
  if (!archive || !(await hasRightDigests(archive))) throw damaged(path)
  return archive
}

const damaged = (path: string) =>
  new BackupRefused(`Bản sao lưu ${path} đã hỏng (không khớp mã SHA-256), nên không phục hồi gì từ nó.`)

async function checkFormat(path: string, marker: ArchiveEntry | undefined): Promise<void> {
  if (!marker) throw new BackupRefused(`Tệp ${path} không phải là bản sao lưu của phoihop, hoặc đã hỏng ngay từ đầu.`)
  const version = Number((await readAll(path, marker)).toString('utf8'))
  if (version > FORMAT_VERSION)
    throw new BackupRefused(`Bản sao lưu ${path} do một bản phoihop mới hơn tạo ra: hãy nâng cấp phoihop trước.`)
}

async function openChecked(path: string, entries: Map<string, ArchiveEntry>): Promise<CheckedArchive | null> {
  const get = (name: string): ArchiveEntry => {
    const entry = entries.get(name)
    if (!entry) throw damaged(path)
    return entry
  }
  const listed = entries.get(MANIFEST_ENTRY)
  if (!listed) return null
  const manifest = Manifest.safeParse(JSON.parse((await readAll(path, listed)).toString('utf8')))
  if (!manifest.success) return null
  return {
    manifest: manifest.data,
    readFile: sha256 => readEntry(path, get(fileEntry(sha256))),
    readTable: async function* (table) {
      for (let part = 1; part <= table.parts; part++) yield await unpack(await readAll(path, get(tablePart(table.name, part))))
    },
  }
}

async function hasRightDigests({ manifest, readTable, readFile }: CheckedArchive): Promise<boolean> {
  for (const table of manifest.tables) if ((await hashBytes(readTable(table))) !== table.sha256) return false
  for (const { sha256 } of manifest.files) if ((await hashBytes(readFile(sha256))) !== sha256) return false
  return true
}

async function readAll(path: string, entry: ArchiveEntry): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readEntry(path, entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
