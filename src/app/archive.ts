import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from '../engine/backup/backup.ts'
import { restoreBackup } from '../engine/backup/restore.ts'
import { migrate } from '../engine/db/migrate.ts'
import { launchPostgres } from '../engine/postgres/launch.ts'
import { migrationsDir } from './config.ts'

type ArchiveOptions = { file: string; dataDir: string }

function parseArchiveOptions(args: string[]): ArchiveOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: './data' } },
  })
  const file = positionals[0]
  if (!file || positionals.length > 1) throw new Error('Cần đúng một tên tệp sao lưu, ví dụ: phoihop backup sao-luu.tar')
  return { file: resolve(file), dataDir: resolve(values.data) }
}

const launch = (dataDir: string) => launchPostgres({ dataDir, databaseUrl: process.env['DATABASE_URL'] || undefined })

/** `phoihop backup FILE`: database and files of a data folder into one archive, also while the server runs. */
export async function backup(args: string[]): Promise<void> {
  const { file, dataDir } = parseArchiveOptions(args)
  const postgres = await launch(dataDir)
  try {
    const options = { db: postgres.config, filesDir: join(dataDir, 'files'), filesQuery: 'SELECT sha256 FROM blob', target: file }
    const { tables, files, absent } = await writeBackup(options)
    const rows = tables.reduce((total, table) => total + table.rows, 0)
    for (const { sha256 } of absent) console.error(`Tệp ${sha256} không còn nguyên vẹn trên đĩa nên không có trong bản sao lưu.`)
    console.log(`Đã sao lưu ${tables.length} bảng, ${rows} dòng và ${files.length} tệp vào ${file}.`)
  } finally {
    await postgres.stop()
  }
}

/** `phoihop restore FILE`: fills an empty data folder from an archive, on whatever PostgreSQL major stands here. */
export async function restore(args: string[]): Promise<void> {
  const { file, dataDir } = parseArchiveOptions(args)
  await mkdir(dataDir, { recursive: true })
  const postgres = await launch(dataDir)
  try {
    const bringTo = (upTo: string) => migrate(postgres.config, migrationsDir, upTo)
    const { tables, files } = await restoreBackup({
      source: file,
      db: postgres.config,
      filesDir: join(dataDir, 'files'),
      migrate: bringTo,
    })
    console.log(`Đã khôi phục ${tables.length} bảng và ${files.length} tệp vào ${dataDir}.`)
  } finally {
    await postgres.stop()
  }
}
