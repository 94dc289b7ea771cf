import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { contactOf, insertName } from './body-store.ts'
import type { accountInput, bodyInput } from './contract.ts'
import { insertPost } from './post-store.ts'
import { whyNotPost } from './rules.ts'

export const findAccountByName = (db: ReadDb, username: string) =>
  db
    .selectFrom('account')
    .innerJoin('account_today', 'account_today.id', 'account.id')
    .selectAll('account')
    .select('account_today.roles')
    .where('account.username', '=', username)
    .executeTakeFirst()

/** Names are kept as a hash where sign-ins fail: people type passwords into the wrong field. */
export const hashName = (username: string): Buffer => createHash('sha256').update(username).digest()

export const findAttempt = (db: ReadDb, nameHash: Buffer) =>
  db.selectFrom('sign_in_attempt').select('locked_until').where('name_hash', '=', nameHash).executeTakeFirst()

/** Also of a body whose accounts the asker may not see. */
export async function bodyHasAccounts(db: ReadDb, bodyId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`SELECT body_has_accounts(${bodyId}::uuid) AS has`.execute(db)
  return rows[0]!.has
}

export const anyAccount = async (db: ReadDb): Promise<boolean> =>
  Boolean(await db.selectFrom('account').select('id').limit(1).executeTakeFirst())

export async function getBody(db: ReadDb, id: string) {
  const body = await db.selectFrom('body').selectAll().where('id', '=', id).executeTakeFirst()
  if (!body) throw new Refusal('not-found', { what: 'body' })
  return body
}

/** A unit of a body that still works. */
export async function getUnit(db: ReadDb, bodyId: string, id: string) {
  const unit = await db.selectFrom('unit').selectAll().where('id', '=', id).where('body_id', '=', bodyId).executeTakeFirst()
  if (!unit) throw new Refusal('not-found', { what: 'unit' })
  return unit
}

/** Inserts, or refuses with `code` where a unique name is taken. */
export async function insertUnique(tx: Tx, code: string, insert: (tx: Tx) => Promise<unknown>): Promise<void> {
  try {
    await insert(tx)
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Refusal(code)
    throw error
  }
}

export async function insertBody(tx: Tx, body: z.output<typeof bodyInput>, now: Date): Promise<void> {
  const { bodyId, name, shortName, symbol, kind, superior, place } = body
  const row = { id: bodyId, name, short_name: shortName, symbol, kind, superior: superior ?? null, place, ...contactOf(body) }
  await insertUnique(tx, 'agencies.name-taken', db => db.insertInto('body').values(row).execute())
  // The first name bears the id of its body.
  await insertName(tx, { ...body, nameId: bodyId, validFrom: body.validFrom ?? null }, now)
}

/** Opens an account with its first post, whose id is the account's. */
export async function insertAccount(
  tx: Tx,
  account: Omit<z.output<typeof accountInput>, 'password'>,
  passwordHash: string,
): Promise<void> {
  const { accountId, bodyId, unitId, post: title, roles } = account
  const row = {
    id: accountId,
    body_id: bodyId,
    username: account.username,
    display_name: account.displayName,
    password_hash: passwordHash,
    demo: account.demo,
  }
  if (unitId) await getUnit(tx, bodyId, unitId)
  refuseIf(whyNotPost({ unitId, roles }))
  await insertUnique(tx, 'agencies.username-taken', db => db.insertInto('account').values(row).execute())
  await insertPost(tx, { postId: accountId, accountId, bodyId, title, roles, ...(unitId ? { unitId } : {}) })
}
