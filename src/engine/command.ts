import type { z } from 'zod'
import type { Acting, Permission } from '../kernel/permissions.ts'
import type { Json, ReadDb, Tx } from './db/database.ts'
import type { FileStore } from './files/file-store.ts'
import type { KeyStore } from './keys/key-store.ts'

/** What stands in the audit for a change: never a secret, never the name of a private person. */
export type AuditEntry = { kind: string; id: string; programme?: string | null; detail?: Json }

export type CommandContext = {
  tx: Tx
  acting: Acting
  commandId: string
  now: Date
  /** Today in Vietnam. */
  today: string
  /** Puts a job on the queue; it is there if, and only if, the change commits. */
  enqueue: (job: string, data: Json) => Promise<void>
}

export type PrepareContext = {
  read: <T>(run: (db: ReadDb) => Promise<T>) => Promise<T>
  acting: Acting
  now: Date
  files: FileStore
  keys: KeyStore
}

/**
 * One change of data. `prepare` does what is slow (hashing, rendering) before the transaction;
 * `run` holds only SQL and rules. The runner authorises, parses, claims the id, audits and commits.
 */
export type Command<Input extends z.ZodType = z.ZodType, Result extends Json = Json, Prepared = unknown> = {
  name: string
  permission: Permission
  input: Input
  /** Its input holds a password: not even the digest of it is kept, which could be guessed at in a stolen copy. */
  secret?: boolean
  prepare?: (context: PrepareContext, input: z.output<Input>) => Promise<Prepared>
  run: (context: CommandContext, input: z.output<Input>, prepared: Prepared) => Promise<{ result: Result; audit: AuditEntry }>
}

/** Checks a command's types where it is written and forgets them where it is listed. */
export function command<Input extends z.ZodType, Result extends Json, Prepared = undefined>(
  definition: Command<Input, Result, Prepared>,
): Command<Input, Result, Prepared> {
  return definition
}

export type AnyCommand = {
  name: string
  permission: Permission
  input: z.ZodType
  secret?: boolean
  // A list holds commands of every input; the runner parses before it calls.
  prepare?: (context: PrepareContext, input: never) => Promise<unknown>
  run: (context: CommandContext, input: never, prepared: never) => Promise<{ result: Json; audit: AuditEntry }>
}

export type CommandRequest = { commandId: string; name: string; input: unknown }
