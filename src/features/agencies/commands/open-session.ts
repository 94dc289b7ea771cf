import { z } from 'zod'
import { command } from '../../../engine/command.ts'
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
    secondFactor: z.boolean(),
    enrolSecret: z.string().nullable(),
  }),
  run: async ({ tx, now }, input) => {
    const account = await tx
      .updateTable('account')
      .set({ failed_count: 0, locked_until: null, ...(input.enrolSecret ? { totp_secret: input.enrolSecret } : {}) })
      .where('id', '=', input.accountId)
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!account) throw new Refusal('sign-in.wrong')
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
        second_factor: input.secondFactor,
      })
      .execute()
    return { result: { sessionId: input.sessionId }, audit: { kind: 'session', id: input.sessionId } }
  },
})
