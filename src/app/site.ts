import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '../engine/db/database.ts'
import { migrate, nameSite } from '../engine/db/migrate.ts'
import { openFileStore } from '../engine/files/file-store.ts'
import { openJobQueue } from '../engine/jobs.ts'
import { openKeyStore } from '../engine/keys/key-store.ts'
import { openFolderDoor } from '../engine/mail/folder-door.ts'
import type { MailDoor } from '../engine/mail/mail-door.ts'
import { openSmtpDoor } from '../engine/mail/smtp-door.ts'
import { launchPostgres, type RunningPostgres } from '../engine/postgres/launch.ts'
import type { Engine } from '../engine/runner.ts'
import { type MailOptions, migrationsDir } from './config.ts'
import { assemble } from './registry.ts'

export type Site = { engine: Engine; postgres: RunningPostgres; stop: () => Promise<void> }

export type SiteOptions = { dataDir: string; databaseUrl: string | null; mail?: MailOptions; timestamps?: string | null }

// Where a site is opened on no port, as for a measurement.
const NO_MAIL_OPTIONS: MailOptions = { smtpUrl: null, from: 'phoihop@localhost', siteUrl: 'http://localhost' }

/** Brings up database, files and jobs of a data folder and puts the engine on them. */
export async function openSite(options: SiteOptions): Promise<Site> {
  await mkdir(options.dataDir, { recursive: true })
  const { dataDir, databaseUrl, mail = NO_MAIL_OPTIONS, timestamps = null } = options
  const postgres = await launchPostgres({ dataDir, ...(databaseUrl ? { databaseUrl } : {}) })
  try {
    await migrate(postgres.config, migrationsDir)
    await nameSite(postgres.config)
    const database = await openDatabase(postgres.config)
    const jobs = await openJobQueue(postgres.config)
    const files = openFileStore(join(dataDir, 'files'))
    const keys = openKeyStore(join(dataDir, 'keys'))
    const door = openMailDoor(dataDir, mail)
    const engine = await assemble({ database, files, keys, jobs, mail: door, siteUrl: mail.siteUrl, timestamps })
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

/** A mail server where one is named, else a folder beside the files. */
const openMailDoor = (dataDir: string, { smtpUrl, from }: MailOptions): MailDoor =>
  smtpUrl ? openSmtpDoor(smtpUrl, { from }) : openFolderDoor(join(dataDir, 'mail'), { from })
