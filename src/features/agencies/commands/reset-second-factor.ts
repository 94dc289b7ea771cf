import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'

/** Takes a lost telephone off an account of the own body and with it, by a trigger, its sessions; the person enrols another at the next sign-in. */
export const resetSecondFactor = command({
  name: 'agencies.reset-second-factor',
  permission: { roles: ['administrator'], reach: 'own' },
  input: z.strictObject({ accountId: uuid }),
  run: async ({ tx, acting }, { accountId }) => {
    if (typeof acting !== 'string' && acting.accountId === accountId) throw new Refusal('agencies.not-own-factor')
    const reset = await tx
      .updateTable('account')
      .set({ totp_sealed: null, totp_used_step: null })
      .where('id', '=', accountId)
      .where('totp_sealed', 'is not', null)
      .returning('id')
      .executeTakeFirst()
    if (!reset) throw new Refusal('not-found', { what: 'account' })
    return { result: { accountId }, audit: { kind: 'account', id: accountId, detail: { factor: 'reset' } } }
  },
})
