import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'

/** Closes an account of the own body; its sessions and feeds open nothing from now on. What the person did stays under their name. */
export const disableAccount = command({
  name: 'agencies.disable-account',
  permission: { roles: ['administrator'], reach: 'own' },
  input: z.strictObject({ accountId: uuid }),
  run: async ({ tx, acting, now }, { accountId }) => {
    if (typeof acting !== 'string' && acting.accountId === accountId) throw new Refusal('agencies.not-yourself')
    const closed = await tx
      .updateTable('account')
      .set({ disabled_at: now })
      .where('id', '=', accountId)
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!closed) throw new Refusal('not-found', { what: 'account' })
    return { result: { accountId }, audit: { kind: 'account', id: accountId } }
  },
})
