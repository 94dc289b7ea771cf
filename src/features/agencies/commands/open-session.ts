import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'

/** A session may sleep so long before it must be opened anew. */
export const SESSION_DAYS = 14

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
    enrolSecret: z.string().nullable(),
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

type Entering = { accountId: string; codeStep: number | null; enrolSecret: string | null }

/** Of two that use one code, or enrol two factors, at the same moment only the first comes in. */
async function enterAccount(tx: Tx, { accountId, codeStep, enrolSecret }: Entering): Promise<void> {
  const used = codeStep === null ? {} : { totp_used_step: codeStep }
  let account = tx
    .updateTable('account')
    .set({ failed_count: 0, locked_until: null, ...used, ...(enrolSecret ? { totp_secret: enrolSecret } : {}) })
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
  if (enrolSecret) account = account.where('totp_secret', 'is', null)
  if (codeStep !== null)
    account = account.where(on => on.or([on('totp_used_step', 'is', null), on('totp_used_step', '<', codeStep)]))
  const entered = await account.returning('id').executeTakeFirst()
  if (!entered) throw new Refusal(codeStep === null ? 'sign-in.wrong' : 'sign-in.code-used')
}
