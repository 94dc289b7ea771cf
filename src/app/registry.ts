import { randomUUID } from 'node:crypto'
import type { AnyCommand } from '../engine/command.ts'
import type { Database } from '../engine/db/database.ts'
import type { Feature, JobGround } from '../engine/feature.ts'
import { cleanFiles } from '../engine/files/clean.ts'
import { discardFile } from '../engine/files/discard.ts'
import type { FileStore } from '../engine/files/file-store.ts'
import { keepUpload } from '../engine/files/keep-upload.ts'
import type { Job, JobQueue } from '../engine/jobs.ts'
import { clearKeys } from '../engine/keys/clear-keys.ts'
import type { KeyStore } from '../engine/keys/key-store.ts'
import type { MailDoor } from '../engine/mail/mail-door.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { activities } from '../features/activities/index.ts'
import { agencies } from '../features/agencies/index.ts'
import { calendar } from '../features/calendar/index.ts'
import { cascade } from '../features/cascade/index.ts'
import { directives } from '../features/directives/index.ts'
import { dissemination } from '../features/dissemination/index.ts'
import { documents } from '../features/documents/index.ts'
import { exchange } from '../features/exchange/index.ts'
import { groups } from '../features/groups/index.ts'
import { honours } from '../features/honours/index.ts'
import { insight } from '../features/insight/index.ts'
import { instructions } from '../features/instructions/index.ts'
import { movements } from '../features/movements/index.ts'
import { outcomes } from '../features/outcomes/index.ts'
import { papers } from '../features/papers/index.ts'
import { petitions } from '../features/petitions/index.ts'
import { plans } from '../features/plans/index.ts'
import { post } from '../features/post/index.ts'
import { programmes } from '../features/programmes/index.ts'
import { reminders } from '../features/reminders/index.ts'
import { renewal } from '../features/renewal/index.ts'
import { reorganisation } from '../features/reorganisation/index.ts'
import { reviews } from '../features/reviews/index.ts'
import { supervision } from '../features/supervision/index.ts'
import { vietnamDate } from '../kernel/dates.ts'

/** Every feature, in the order of the thread. A new one joins by standing here. */
const work: readonly Feature[] = [
  documents,
  programmes,
  groups,
  plans,
  activities,
  movements,
  outcomes,
  petitions,
  supervision,
  honours,
  directives,
  dissemination,
  exchange,
  reviews,
  renewal,
  cascade,
  post,
  instructions,
  papers,
]
const contributed = {
  searchables: [agencies, ...work].flatMap(feature => feature.searchables ?? []),
  deadlines: [agencies, ...work].flatMap(feature => feature.deadlines ?? []),
  holdings: work.flatMap(feature => feature.holdings ?? []),
}
export const features: readonly Feature[] = [
  agencies,
  calendar(contributed),
  ...work,
  insight(contributed),
  reorganisation(contributed),
  reminders(contributed),
]

const keyHolders = features.flatMap(feature => feature.keyHolders ?? [])

/** The engine's own commands, which no feature owns. */
const groundCommands: readonly AnyCommand[] = [keepUpload, discardFile]

function byName<T extends { name: string }>(entries: readonly T[]): Map<string, T> {
  const map = new Map(entries.map(entry => [entry.name, entry]))
  if (map.size !== entries.length) throw new Error('two commands or queries share a name')
  return map
}

export const commands = byName([...groundCommands, ...features.flatMap(feature => feature.commands)])
export const queries = byName(features.flatMap(feature => feature.queries))
export const exportsByName = byName(features.flatMap(feature => feature.exports ?? []))

export type Ground = {
  database: Database
  files: FileStore
  keys: KeyStore
  jobs: JobQueue
  mail: MailDoor
  siteUrl: string
  timestamps?: string | null
  now?: () => Date
}

/** Puts the ground and the features together and starts the jobs. */
export async function assemble({ database, files, keys, jobs, now = () => new Date(), ...outside }: Ground): Promise<Engine> {
  const engine: Engine = { database, files, keys, jobs, commands, queries, now }
  const ground = jobGround(engine, outside)
  await jobs.start([...groundJobs(ground), ...features.flatMap(feature => feature.jobs?.(ground) ?? [])])
  return engine
}

/** The engine's own jobs. */
export const groundJobs = (ground: JobGround): Job[] => [cleanFiles(ground), clearKeys(ground, keyHolders)]

/** What jobs stand on: commands in the name of the site, reads, files, mail. */
export const jobGround = (
  engine: Engine,
  { mail, siteUrl, timestamps = null }: Pick<Ground, 'mail' | 'siteUrl' | 'timestamps'>,
): JobGround => ({
  run: (name, input) => runCommand(engine, 'system', { commandId: randomUUID(), name, input }),
  read: work => engine.database.read('system', work),
  readAs: (acting, work) => {
    const now = engine.now()
    return engine.database.read(acting, db => work({ db, acting, now, today: vietnamDate(now) }))
  },
  files: engine.files,
  keys: engine.keys,
  mail,
  siteUrl,
  timestamps,
  now: engine.now,
})
