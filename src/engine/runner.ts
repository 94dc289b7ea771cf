import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { vietnamDate } from '../kernel/dates.ts'
import { isUuid } from '../kernel/ids.ts'
import { type Acting, type Actor, whyNotPermitted, within } from '../kernel/permissions.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { AnyCommand, AuditEntry, CommandRequest } from './command.ts'
import type { Database, Json, ReadDb, Tx } from './db/database.ts'
import { noteReading, purposeText, type Subject } from './disclosure.ts'
import type { FileStore } from './files/file-store.ts'
import type { JobQueue } from './jobs.ts'
import type { KeyStore } from './keys/key-store.ts'
import { errorCode } from './postgres/error-code.ts'
import type { AnyQuery } from './query.ts'

export type Engine = {
  database: Database
  files: FileStore
  keys: KeyStore
  jobs: JobQueue
  commands: ReadonlyMap<string, AnyCommand>
  queries: ReadonlyMap<string, AnyQuery>
  now: () => Date
}

/**
 * The one way to change data: authorise, parse, prepare, begin, claim the command id, run, append audit, commit.
 * A command sent again with the same id answers as the first time did. Throws Refusal.
 */
export async function runCommand(engine: Engine, acting: Acting, request: CommandRequest): Promise<Json> {
  const command = engine.commands.get(request.name)
  if (!command) throw new Refusal('unknown-command', { name: request.name })
  authorise(command.permission, acting)
  if (!isUuid(request.commandId)) throw new Refusal('bad-input', { where: 'commandId' })
  const input = parseInput(command.input, request.input) as never
  const now = engine.now()
  const prepared = await command.prepare?.(
    { read: run => engine.database.read(acting, run), acting, now, files: engine.files, keys: engine.keys },
    input,
  )
  const queued: string[] = []
  const carryOut = async (tx: Tx): Promise<Json> => {
    queued.length = 0
    const earlier = await claim(tx, acting, command.secret ? { ...request, input: null } : request)
    if (earlier) return earlier.answer
    const context = {
      tx,
      acting,
      commandId: request.commandId,
      now,
      today: vietnamDate(now),
      enqueue: async (job: string, data: Json) => {
        await engine.jobs.enqueue(tx, job, data)
        queued.push(job)
      },
    }
    const { result, audit } = await command.run(context, input, prepared as never)
    // Which programme it was about is known now: a paper that does not name it gave no right to it.
    authorise(command.permission, within(acting, audit.programme ?? null))
    await append(tx, acting, request, now, audit)
    await tx
      .updateTable('command_record')
      .set({ answer: JSON.stringify(result) })
      .where('id', '=', request.commandId)
      .execute()
    return result
  }
  const answer = await unlessCrossed(() => engine.database.write(acting, carryOut)).catch(error =>
    refuseIfShared(engine, acting, error),
  )
  for (const job of queued) engine.jobs.wake(job)
  return answer
}

const WALLED = '42501'

/** In a seat that several share, what the wall stops was the work of another of them. */
async function refuseIfShared(engine: Engine, acting: Acting, error: unknown): Promise<never> {
  if (errorCode(error) !== WALLED) throw error
  const { rows } = await engine.database.read(acting, db =>
    sql<{ shared: boolean }>`SELECT NOT whole_seat() AS shared`.execute(db),
  )
  throw rows[0]!.shared ? new Refusal('passed-elsewhere') : error
}

const CROSSED = '40P01'
const TRIES = 3

/** Of two that wait for each other PostgreSQL lets one go, with nothing done; it begins anew. */
async function unlessCrossed<T>(work: () => Promise<T>, left = TRIES - 1): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (left === 0 || errorCode(error) !== CROSSED) throw error
    return unlessCrossed(work, left - 1)
  }
}

/** Answers a question within the rights of who asks. Throws Refusal. */
export async function runQuery(engine: Engine, acting: Acting, name: string, input: unknown): Promise<unknown> {
  const query = engine.queries.get(name)
  if (!query) throw new Refusal('unknown-query', { name })
  authorise(query.permission, acting)
  const parsed = parseInput(query.input, input) as never
  const now = engine.now()
  const answer = (db: ReadDb) => query.run({ db, acting, now, today: vietnamDate(now) }, parsed)
  const found = await read(engine, acting, query, parsed, answer)
  return query.unseal ? query.unseal(engine.keys, found as never) : found
}

/** Reads within rights; a sensitive record is disclosed to who says why. */
async function read(
  engine: Engine,
  acting: Acting,
  { sensitive }: AnyQuery,
  parsed: never,
  answer: (db: ReadDb) => Promise<unknown>,
) {
  if (!sensitive) return engine.database.read(acting, answer)
  const { purpose } = parsed as { purpose: string }
  return disclose(engine, acting, purpose, async (db, actor) => ({ answer: await answer(db), subject: sensitive(parsed, actor) }))
}

/**
 * Reads a sensitive record for a person who says why: the answer is handed out only if the access log has taken the reading.
 * Throws Refusal: 'not-permitted' for the site itself and for nobody, 'field.purpose', or what the reading refuses with.
 */
export async function disclose<T>(
  engine: Engine,
  acting: Acting,
  purpose: unknown,
  read: (db: ReadDb, actor: Actor) => Promise<{ answer: T; subject: Subject }>,
): Promise<T> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const why = parseInput(purposeText, purpose) as string
  return engine.database.write(acting, async tx => {
    const { answer, subject } = await read(tx, acting)
    await noteReading(tx, acting, engine.now(), subject, why)
    return answer
  })
}

/**
 * The one write that is no command: text while it is being written, kept in the name of the site after every writer was asked in.
 * It becomes data only once a command takes it up (docs/adr/0008).
 */
export const keepDraft = <T>(engine: Engine, run: (tx: Tx) => Promise<T>): Promise<T> => engine.database.write('system', run)

function authorise(permission: AnyCommand['permission'], acting: Acting): void {
  const code = whyNotPermitted(permission, acting)
  if (code) throw new Refusal(code)
}

function parseInput(schema: AnyCommand['input'], input: unknown): unknown {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Refusal(issue.message.startsWith('field.') ? issue.message : 'bad-input', { where: issue.path.join('.') })
}

/** Takes the id for this transaction, or hands back what the first run answered. */
async function claim(tx: Tx, acting: Acting, request: CommandRequest): Promise<{ answer: Json } | null> {
  const accountId = typeof acting === 'string' ? null : acting.accountId
  const digest = createHash('sha256')
    .update(JSON.stringify([request.name, request.input]))
    .digest()
  const taken = await tx
    .insertInto('command_record')
    .values({ id: request.commandId, account_id: accountId, name: request.name, input_digest: digest })
    .onConflict(conflict => conflict.columns(['home', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (taken) return null
  const earlier = await tx
    .selectFrom('command_record')
    .select(['input_digest', 'answer'])
    .where('id', '=', request.commandId)
    .where(sql<boolean>`account_id IS NOT DISTINCT FROM ${accountId}`)
    .executeTakeFirst()
  if (!earlier || !digest.equals(earlier.input_digest)) throw new Refusal('command-id-reused')
  return { answer: earlier.answer }
}

async function append(tx: Tx, acting: Acting, request: CommandRequest, now: Date, entry: AuditEntry): Promise<void> {
  const person = typeof acting === 'string' ? null : acting
  await tx
    .insertInto('audit')
    .values({
      at: now,
      command_id: request.commandId,
      command: request.name,
      account_id: person?.accountId ?? null,
      body_id: person?.bodyId ?? null,
      programme_id: entry.programme ?? null,
      subject_kind: entry.kind,
      subject_id: entry.id,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute()
}
