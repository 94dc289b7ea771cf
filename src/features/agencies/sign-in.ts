import { createHash, randomBytes } from 'node:crypto'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, Json } from '../../engine/db/database.ts'
import type { KeyStore } from '../../engine/keys/key-store.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor, Role } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorityOf } from './authorisations.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { needsSecondFactor } from './rules.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'
import { enrolment, newSecret, stepOfCode } from './second-factor.ts'
import { findAccountByName, findAttempt, hashName } from './store.ts'
import { rolesInSeat, type Seat, seatsOfBody } from './succession.ts'

export type SignInRequest = { username: string; password: string; code?: string; enrolSecret?: string; device: string }
export type Door = { database: Database; keys: KeyStore; run: (name: string, input: Json) => Promise<Json>; now: () => Date }
export type Me = {
  accountId: string
  displayName: string
  post: string
  roles: Role[]
  /** In whose seat the session works: the own body, or one that it succeeded. */
  body: Seat
  /** The body of the account. */
  ownBody: Seat
  /** Seats of bodies that the own one succeeded. */
  seats: Seat[]
  unit: { id: string; name: string } | null
}

type Account = NonNullable<Awaited<ReturnType<typeof findAccountByName>>>

// An unknown name takes as long as a wrong password, so that names cannot be tried out.
const decoy = hashPassword('không ai dùng mật khẩu này')

/** Checks name, password and second factor and opens a session; returns the cookie's token. Throws Refusal `sign-in.*`. */
export async function signIn(door: Door, request: SignInRequest): Promise<{ token: string; sessionId: string }> {
  const name = request.username.trim().toLowerCase()
  const nameHash = hashName(name).toString('hex')
  const now = door.now()
  const [account, attempt] = await door.database.read('system', async db => [
    await findAccountByName(db, name),
    await findAttempt(db, hashName(name)),
  ])
  refuseLocked(attempt, now)
  const fits = await passwordFits(account?.password_hash ?? (await decoy), request.password)
  if (!account || !fits || account.disabled_at) {
    await door.run('agencies.record-failed-sign-in', { nameHash, accountId: account?.id ?? null })
    throw new Refusal('sign-in.wrong')
  }
  if ((account.roles ?? []).length === 0) throw new Refusal('sign-in.no-post')
  const factor = await checkSecondFactor(door, account, request, now)
  const token = randomBytes(32).toString('base64url')
  const sessionId = newId()
  await door.run('agencies.open-session', {
    sessionId,
    accountId: account.id,
    tokenHash: hashToken(token).toString('hex'),
    device: request.device.slice(0, 200),
    ...factor,
  })
  return { token, sessionId }
}

function refuseLocked(attempt: { locked_until: Date | null } | undefined, now: Date): void {
  const until = attempt?.locked_until?.getTime() ?? 0
  if (until > now.getTime()) throw new Refusal('sign-in.locked', { seconds: Math.ceil((until - now.getTime()) / 1000) })
}

async function checkSecondFactor(door: Door, account: Account, request: SignInRequest, now: Date) {
  const kept = await openSecret(door.keys, account.totp_sealed, account.id)
  if (!kept && !needsSecondFactor(account.roles ?? [])) return { codeStep: null, enrol: null }
  const secret = kept ?? request.enrolSecret
  if (!secret) throw new Refusal('sign-in.enrol', enrolment(newSecret(), account.username))
  if (!request.code) throw new Refusal('sign-in.code-needed')
  const codeStep = stepOfCode(secret, request.code, now)
  if (codeStep === null) {
    const nameHash = hashName(account.username).toString('hex')
    await door.run('agencies.record-failed-sign-in', { nameHash, accountId: account.id })
    throw new Refusal('sign-in.code-wrong')
  }
  // A code that has opened a session opens no other: who read it over a shoulder comes too late.
  if (kept && codeStep <= (account.totp_used_step ?? 0)) throw new Refusal('sign-in.code-used')
  if (kept) return { codeStep, enrol: null }
  const sealed = await sealSecret(door.keys, secret, account.id)
  return { codeStep, enrol: { sealed: sealed.toString('hex'), replaces: account.totp_sealed?.toString('hex') ?? null } }
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Who holds this cookie, or null where it is unknown, ended or too old. */
export async function findSession(
  database: Database,
  token: string,
  now: Date,
): Promise<{ actor: Actor; me: Me; sessionId: string } | null> {
  const found = await database.read('system', async db => {
    const row = await db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .innerJoin('account_today', 'account_today.id', 'account.id')
      .innerJoin('body', 'body.id', 'account.body_id')
      .leftJoin('unit', 'unit.id', 'account_today.unit_id')
      .select([
        'session.id as session_id',
        'session.seat_body',
        'session.second_factor',
        'account.id',
        'account.body_id',
        'account.display_name',
      ])
      .select(['account_today.roles', 'account_today.post'])
      .select(['body.name as body_name', 'body.short_name', 'unit.id as unit_id', 'unit.name as unit_name'])
      .select(on => jsonArrayFrom(seatsOfBody(db, on.ref('account.body_id'))).as('seats'))
      .where('session.token_hash', '=', hashToken(token))
      .where('session.ended_at', 'is', null)
      .where('session.expires_at', '>', now)
      .where('account.disabled_at', 'is', null)
      .executeTakeFirst()
    const roles = (row?.roles ?? []) as Role[]
    // Whose posts have all ended comes in no longer; the account stays, with what was done.
    if (!row || roles.length === 0) return null
    // A post given meanwhile that asks for a second factor is not taken up by a password alone.
    if (needsSecondFactor(roles) && !row.second_factor) return null
    return { row, roles, authority: await authorityOf(db, { accountId: row.id, roles }, vietnamDate(now)) }
  })
  if (!found) return null
  const { row, roles, authority } = found
  const { seats } = row
  const ownBody = { id: row.body_id, name: row.body_name, shortName: row.short_name }
  // Who has nothing but the care of the own body left is back in it.
  const taken = rolesInSeat(roles).length > 0 ? seats.find(seat => seat.id === row.seat_body) : undefined
  const body = taken ?? ownBody
  const who = { accountId: row.id, roles: taken ? rolesInSeat(roles) : roles, displayName: row.display_name }
  const unit = row.unit_id && row.unit_name ? { id: row.unit_id, name: row.unit_name } : null
  return {
    actor: { ...who, ...authority, bodyId: body.id, sessionId: row.session_id },
    me: { ...who, post: row.post ?? '', body, ownBody, seats, unit },
    sessionId: row.session_id,
  }
}
