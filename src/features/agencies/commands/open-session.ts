import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { hashName } from '../store.ts'

/** A session may sleep so long before it must be opened anew. */
export const SESSION_DAYS = 14

const hex = z.string().regex(/^[0-9a-f]+$/)

/** Sent by the sign-in door after the password was checked. Holds only the hash of the cookie. */
export const openSession = command({
  name: 'agencies.open-session',
  permission: 'system',
  input: z.strictObject({
    sessionId: uuid,
    accountId: uuid,
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    device: z.string().max(200),
    /** The time step of the second factor's code; null where none is asked. */
    codeStep: z.int().nullable(),
    /** A new second factor, sealed, and the sealed one in whose place it comes. */
    enrol: z.strictObject({ sealed: hex, replaces: hex.nullable() }).nullable(),
  }),
  run: async ({ tx, now }, input) => {
    await enterAccount(tx, input)
    await tx
      .insertInto('session')
      .values({
        id: input.sessionId,
        token_hash: Buffer.from(input.tokenHash, 'hex'),
        account_id: input.accountId,
        created_at: now,
        seen_at: now,
        expires_at: new Date(now.getTime() + SESSION_DAYS * 86_400_000),
        device: input.device,
        second_factor: input.codeStep !== null,
      })
      .execute()
    return { result: { sessionId: input.sessionId }, audit: { kind: 'session', id: input.sessionId } }
  },
})

type Entering = { accountId: string; codeStep: number | null; enrol: { sealed: string; replaces: string | null } | null }

/** Of two that use one code, or enrol two factors, at the same moment only the first comes in. */
async function enterAccount(tx: Tx, { accountId, codeStep, enrol }: Entering): Promise<void> {
  let account = tx
    .updateTable('account')
    .set(row => ({
      totp_used_step: codeStep ?? row.ref('totp_used_step'),
      ...(enrol ? { totp_sealed: Buffer.from(enrol.sealed, 'hex') } : {}),
    }))
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
  const replaced = enrol?.replaces ? Buffer.from(enrol.replaces, 'hex') : null
  if (enrol) account = account.where('totp_sealed', 'is not distinct from', replaced)
  // The steps of a telephone that was replaced say nothing of the new one.
  if (codeStep !== null && !enrol)
    account = account.where(on => on.or([on('totp_used_step', 'is', null), on('totp_used_step', '<', codeStep)]))
  const entered = await account.returning('username').executeTakeFirst()
  if (!entered) throw new Refusal(codeStep === null ? 'sign-in.wrong' : 'sign-in.code-used')
  await tx.deleteFrom('sign_in_attempt').where('name_hash', '=', hashName(entered.username)).execute()
}
