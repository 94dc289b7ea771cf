import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { assemble } from '../../src/app/registry.ts'
import { loadPeople, type People } from '../../src/app/seed-people.ts'
import type { Json } from '../../src/engine/db/database.ts'
import { openDatabase } from '../../src/engine/db/database.ts'
import { openFileStore } from '../../src/engine/files/file-store.ts'
import { openJobQueue } from '../../src/engine/jobs.ts'
import { openKeyStore } from '../../src/engine/keys/key-store.ts'
import { openFolderDoor } from '../../src/engine/mail/folder-door.ts'
import { type Engine, runCommand, runQuery } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Acting, Actor } from '../../src/kernel/permissions.ts'

/** Stands in the links of letters. */
export const SITE_URL = 'https://phoihop.sonha.example'

export type TestSite = {
  engine: Engine
  people: People
  config: pg.ClientConfig
  /** Where its files, keys and letters lie. */
  dir: string
  /** One of the fictional province's people, by username. */
  who: (username: string) => Actor
  send: (acting: Acting, name: string, input: Json, commandId?: string) => Promise<Json>
  ask: <T>(acting: Acting, name: string, input?: Json) => Promise<T>
}

/** A site of its own for one test file: a fresh database from the template, files in a temporary folder. Closed after the file. */
export async function openTestSite(options: { now?: () => Date; people?: boolean; timestamps?: string } = {}): Promise<TestSite> {
  const config = await freshDatabase()
  const filesDir = await mkdtemp(join(tmpdir(), 'phoihop-files-'))
  const database = await openDatabase(config)
  const jobs = await openJobQueue(config)
  const mail = openFolderDoor(join(filesDir, 'mail'), { from: 'phoihop@sonha.example' })
  const more = {
    ...(options.now ? { now: options.now } : {}),
    ...(options.timestamps ? { timestamps: options.timestamps } : {}),
  }
  const keys = openKeyStore(join(filesDir, 'keys'))
  const engine = await assemble({ database, jobs, files: openFileStore(filesDir), keys, mail, siteUrl: SITE_URL, ...more })
  afterAll(async () => {
    await jobs.stop()
    await database.close()
    await rm(filesDir, { recursive: true, force: true })
  })
  const people = options.people === false ? { bodies: new Map(), actors: new Map() } : await loadPeople(engine)
  return {
    engine,
    people,
    config,
    dir: filesDir,
    who: username => people.actors.get(username)!,
    send: (acting, name, input, commandId = newId()) => runCommand(engine, acting, { commandId, name, input }),
    ask: (acting, name, input = {}) => runQuery(engine, acting, name, input) as never,
  }
}

/** A new database cloned from the migrated template. */
export async function freshDatabase(): Promise<pg.ClientConfig> {
  const server = inject('postgres')
  const name = `t_${newId().replaceAll('-', '')}`
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`)
  await client.end()
  return { ...server, database: name }
}

/** The code of the refusal that `work` ends with; fails where it is not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => null,
    (error: Error & { code?: string }) => error,
  )
  if (!outcome) throw new Error('was not refused')
  if (outcome.name !== 'Refusal' || !outcome.code) throw outcome
  return outcome.code
}
