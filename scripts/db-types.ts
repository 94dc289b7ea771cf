// Writes src/engine/db/schema.generated.ts from the migrated database. Run: npm run db:types
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/engine/db/migrate.ts'
import { launchPostgres } from '../src/engine/postgres/launch.ts'

const root = join(import.meta.dirname, '..')
const target = join(root, 'src/engine/db/schema.generated.ts')
const dataDir = await mkdtemp(join(tmpdir(), 'phoihop-types-'))
const postgres = await launchPostgres({ dataDir })
try {
  await migrate(postgres.config, join(root, 'src/app/migrations'))
  const { host, port, user, database } = postgres.config
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`
  const args = [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    target,
    '--exclude-pattern',
    'migration',
    '--date-parser',
    'string',
  ]
  const run = spawnSync(process.execPath, [join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'), ...args], {
    stdio: 'inherit',
  })
  if (run.status !== 0) process.exitCode = 1
  const text = await readFile(target, 'utf8')
  // The parsers in database.ts hand out numbers; đồng and counts fit.
  await writeFile(
    target,
    text.replace(/export type (Int8|Numeric) = .*;/g, 'export type $1 = ColumnType<number, number, number>;'),
  )
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
