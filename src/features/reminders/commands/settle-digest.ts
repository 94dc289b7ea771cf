import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { stateAfter } from '../rules.ts'

/** Notes what became of a claimed digest's letter. */
export const settleDigest = command({
  name: 'reminders.settle-digest',
  permission: 'system',
  input: z.strictObject({ digestId: uuid, fate: z.enum(['sent', 'not-sent', 'unknown']) }),
  run: async ({ tx, now }, { digestId, fate }) => {
    const digest = await tx
      .selectFrom('reminder_digest')
      .select('tries')
      .where('id', '=', digestId)
      .where('state', '=', 'claimed')
      .forUpdate()
      .executeTakeFirst()
    if (!digest) throw new Refusal('changed-meanwhile')
    const tries = digest.tries + 1
    const { state, show } = stateAfter(fate, tries)
    const settled_at = state === 'waiting' ? null : now
    await tx.updateTable('reminder_digest').set({ state, tries, settled_at }).where('id', '=', digestId).execute()
    if (show) await tx.updateTable('reminder_sent').set({ in_application: true }).where('digest_id', '=', digestId).execute()
    return { result: { state }, audit: { kind: 'reminder-digest', id: digestId, detail: { state } } }
  },
})
