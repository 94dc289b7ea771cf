import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { password } from '../contract.ts'
import { hashPassword, passwordFits } from '../passwords.ts'

export const changePassword = command({
  name: 'agencies.change-password',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ old: z.string().max(200), new: password }),
  prepare: async ({ read, acting }, input) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { password_hash } = await read(db =>
      db.selectFrom('account').select('password_hash').where('id', '=', acting.accountId).executeTakeFirstOrThrow(),
    )
    if (!(await passwordFits(password_hash, input.old))) throw new Refusal('agencies.old-password-wrong')
    return { accountId: acting.accountId, was: password_hash, becomes: await hashPassword(input.new) }
  },
  run: async ({ tx }, _input, { accountId, was, becomes }) => {
    const changed = await tx
      .updateTable('account')
      .set({ password_hash: becomes })
      .where('id', '=', accountId)
      .where('password_hash', '=', was)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw new Refusal('changed-meanwhile')
    return { result: { accountId }, audit: { kind: 'account', id: accountId } }
  },
})
