import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '../engine/db/database.ts'
import { migrate, nameSite } from '../engine/db/migrate.ts'
import { openFileStore } from '../engine/files/file-store.ts'
import { openJobQueue } from '../engine/jobs.ts'
import { launchPostgres, type RunningPostgres } from '../engine/postgres/launch.ts'
import type { Engine } from '../engine/runner.ts'
import { migrationsDir } from './config.ts'
import { assemble } from './registry.ts'

export type Site = { engine: Engine; postgres: RunningPostgres; stop: () => Promise<void> }

/** Brings up database, files and jobs of a data folder and puts the engine on them. */
export async function openSite(options: { dataDir: string; databaseUrl: string | null }): Promise<Site> {
  await mkdir(options.dataDir, { recursive: true })
  const { dataDir, databaseUrl } = options
  const postgres = await launchPostgres({ dataDir, ...(databaseUrl ? { databaseUrl } : {}) })
  try {
    await migrate(postgres.config, migrationsDir)
    await nameSite(postgres.config)
    const database = await openDatabase(postgres.config)
    const jobs = await openJobQueue(postgres.config)
    const engine = await assemble({ database, files: openFileStore(join(dataDir, 'files')), jobs })
    const stop = async () => {
      await jobs.stop()
      await database.close()
      await postgres.stop()
    }
    return { engine, postgres, stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}
