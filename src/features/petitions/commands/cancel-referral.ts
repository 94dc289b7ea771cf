import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { HANDLE } from '../rules.ts'

/** Takes a referral that was noted by mistake out of the count. */
export const cancelReferral = command({
  name: 'petitions.cancel-referral',
  permission: HANDLE,
  input: z.strictObject({ referralId: uuid }),
  run: async ({ tx, acting, now }, { referralId }) => {
    const { bodyId } = personOf(acting)
    const cancelled = await tx
      .updateTable('petition_referral')
      .set({ cancelled_at: now })
      .where('id', '=', referralId)
      .where('body_id', '=', bodyId)
      .where('cancelled_at', 'is', null)
      // One that a petition ended in stays with it.
      .where(sql<boolean>`NOT EXISTS (SELECT FROM petition_step WHERE petition_step.id = petition_referral.id)`)
      .returning('id')
      .executeTakeFirst()
    if (!cancelled) throw new Refusal('not-found', { what: 'referral' })
    return { result: { referralId }, audit: { kind: 'referral', id: referralId, detail: { cancelled: true } } }
  },
})
