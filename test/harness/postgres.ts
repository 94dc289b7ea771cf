import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrationsDir } from '../../src/app/config.ts'
import { listMigrations, migrate, nameSite } from '../../src/engine/db/migrate.ts'
import { openJobQueue } from '../../src/engine/jobs.ts'
import { launchPostgres } from '../../src/engine/postgres/launch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: pg.ClientConfig
    template: string
  }
}

/** One real PostgreSQL for the run, with one template database per schema version; PHOIHOP_TEST_PG says whose programs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'phoihop-test-'))
  const programs = process.env['PHOIHOP_TEST_PG'] === 'npm' ? { programs: 'npm' as const } : {}
  const postgres = await launchPostgres({ dataDir, ...programs })
  const template = `template_${await schemaVersion()}`
  const client = new pg.Client(postgres.config)
  await client.connect()
  // What a test writes need not outlive a power cut.
  await client.query('ALTER ROLE ALL SET synchronous_commit = off')
  await client.query(`CREATE DATABASE ${template}`)
  await client.end()
  const config = { ...postgres.config, database: template }
  await migrate(config, migrationsDir)
  await nameSite(config)
  const jobs = await openJobQueue(config)
  await jobs.stop()
  project.provide('postgres', postgres.config)
  project.provide('template', template)
  console.log(`tests run on PostgreSQL ${postgres.version} (${postgres.origin})`)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function schemaVersion(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of await listMigrations(migrationsDir)) hash.update(await readFile(join(migrationsDir, `${name}.sql`)))
  return hash.digest('hex').slice(0, 12)
}
