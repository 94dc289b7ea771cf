import type { Readable } from 'node:stream'
import type { IsoDate } from '../kernel/dates.ts'
import type { Acting, Actor, Permission } from '../kernel/permissions.ts'
import type { AnyCommand } from './command.ts'
import type { Json, ReadDb } from './db/database.ts'
import type { Question } from './db/together.ts'
import type { Subject } from './disclosure.ts'
import type { FileStore } from './files/file-store.ts'
import type { Job } from './jobs.ts'
import type { KeyHolder } from './keys/clear-keys.ts'
import type { KeyStore } from './keys/key-store.ts'
import type { MailDoor } from './mail/mail-door.ts'
import type { AnyQuery, QueryContext } from './query.ts'

/** What a feature brings to the roof. What lower rooms need of it is handed down from here, never imported. */
export type Feature = {
  name: string
  commands: readonly AnyCommand[]
  queries: readonly AnyQuery[]
  jobs?: (ground: JobGround) => Job[]
  /** To search: what of this feature can be found. */
  searchables?: readonly Searchable[]
  /** To "Việc của tôi": what waits for whom. */
  deadlines?: readonly DeadlineSource[]
  /** To whoever hands on the work of somebody who left: what open work people of the own side have. */
  holdings?: readonly HoldingSource[]
  /** Which keys of sealed names its rows name; a key that nobody names is destroyed. */
  keyHolders?: readonly KeyHolder[]
  /** Papers and tables that leave the product, by name and format. */
  exports?: readonly Export[]
}

/** What a job may use: the same commands as everybody, sent in the name of the site. */
export type JobGround = {
  run: (name: string, input: Json) => Promise<Json>
  read: <T>(run: (db: ReadDb) => Promise<T>) => Promise<T>
  /** Within the rights of one person, as their query would. */
  readAs: <T>(actor: Actor, run: (context: QueryContext) => Promise<T>) => Promise<T>
  files: FileStore
  keys: KeyStore
  mail: MailDoor
  /** Where people open the site: "https://phoihop.example". */
  siteUrl: string
  /** Address of the time-stamp server (RFC 3161); null where none is set. */
  timestamps: string | null
  now: () => Date
}

/** `address` is the path of its screen; `context` the line under the title. */
export type Hit = { kind: string; id: string; title: string; context: string; address: string; rank: number }
/** `words` is an accent-free tsquery text made by kernel folding, such as `giam & sat:*`. */
export type Searchable = { kind: string; find: (context: QueryContext, words: string, limit: number) => Promise<Hit[]> }

/** `waits`: for us to act, or for the other side. `step` names the button's message key. */
export type Deadline = {
  kind: string
  id: string
  /** The programme it belongs to: what the calendar of one programme is made of. */
  programmeId?: string
  title: string
  context: string
  address: string
  dueOn: IsoDate | null
  waits: 'us' | 'them'
  role: 'lead' | 'support' | 'both'
  step: string
  /** It waits for whoever asks, by their post: a submission to the head of the unit. */
  personal?: true
  /** The work that it is a step of, where that bears another kind and id: who holds that, holds this. */
  of?: { kind: string; id: string }
}
/** Days up to `until`, from the end of the stretch before it. */
export type Stretch = { until: IsoDate }
/** Lines up to a day. What begins with plain selects hands them over as a question, to be asked in one statement with those of others. */
export type DeadlineSource = { kind: string } & (
  | { ask: (context: QueryContext, until: IsoDate) => Question<Deadline[]> | null }
  | { find: (context: QueryContext, until: IsoDate) => Promise<Deadline[]> }
  | ManyDeadlines
)

/** Of the own side: work for which one of `accountIds` is named, or `deputyId` as deputy. */
export type Holders = { accountIds: readonly string[]; deputyId: string }
/** The first lines of each stretch, `most` and the rest of their day; `heldBy` null asks for those of the whole side. */
export type FirstOf = { stretches: readonly Stretch[]; most: number; heldBy: Holders | null }
/**
 * For a source with thousands of lines that all have a day, wait for us and are nobody's until somebody is named: `first` hands out
 * of each stretch those of the first days, and how many of it are not handed out. A list that shows few asks this in place of `find`.
 */
export type ManyDeadlines = {
  find: (context: QueryContext, until: IsoDate) => Promise<Deadline[]>
  first: (context: QueryContext, asked: FirstOf) => Promise<{ lines: Deadline[]; hidden: number[] }>
}

/**
 * Open work of the own side. `accountId` is who began or submitted it, until somebody is named for it; null where nobody did.
 * `over`: the post in which they hold it has ended. `elsewhere`: whoever asks cannot hand it on, but finds at its address who can.
 */
export type Holding = {
  kind: string
  id: string
  title: string
  context: string
  address: string
  dueOn: IsoDate | null
  accountId: string | null
  over?: boolean
  elsewhere?: boolean
}
/**
 * `command` hands it on where that is more than naming somebody; it takes the input of `agencies.assign-work`. `alone`: there is no deputy.
 */
export type HoldingSource = {
  kind: string
  command?: Pick<AnyCommand, 'name' | 'permission'>
  alone?: true
  find: (context: QueryContext) => Promise<Holding[]>
}

export type Export = {
  name: string
  formats: readonly string[]
  permission: Permission
  /** What names one where that is no id of a record: "2026-2". */
  takes?: (id: string) => boolean
  /** `load` reads within rights; `render` works outside the transaction and can read stored files. */
  load: (context: QueryContext, id: string) => Promise<unknown>
  /** It hands out a sensitive record, named here: it is asked for with a purpose, and each handing out stands in the access log. */
  sensitive?: (id: string) => Subject
  /** Opens what is sealed in what was loaded, after the transaction; what it returns is rendered. */
  unseal?: (keys: KeyStore, loaded: never) => Promise<unknown>
  render: (
    loaded: never,
    format: string,
    files: FileStore,
  ) => Promise<{ bytes: Uint8Array | Readable; mediaType: string; fileName: string }>
}

export type { Acting }
