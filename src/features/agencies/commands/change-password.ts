import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { password } from '../contract.ts'
import { hashPassword, passwordFits } from '../passwords.ts'

/** A new password ends every other session of the person: whoever had the old one is out. */
export const changePassword = command({
  name: 'agencies.change-password',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ old: z.string().max(200), new: password }),
  secret: true,
  prepare: async ({ read, acting }, input) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { password_hash } = await read(db =>
      db.selectFrom('account').select('password_hash').where('id', '=', acting.accountId).executeTakeFirstOrThrow(),
    )
    if (!(await passwordFits(password_hash, input.old))) throw new Refusal('agencies.old-password-wrong')
    return { acting, was: password_hash, becomes: await hashPassword(input.new) }
  },
  run: async ({ tx, now }, _input, { acting: { accountId, sessionId }, was, becomes }) => {
    const changed = await tx
      .updateTable('account')
      .set({ password_hash: becomes })
      .where('id', '=', accountId)
      .where('password_hash', '=', was)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw new Refusal('changed-meanwhile')
    let others = tx
      .updateTable('session')
      .set({ ended_at: now })
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
    if (sessionId) others = others.where('id', '<>', sessionId)
    await others.execute()
    return { result: { accountId }, audit: { kind: 'account', id: accountId } }
  },
})
