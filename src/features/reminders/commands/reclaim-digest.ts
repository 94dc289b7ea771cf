import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'

/** Takes again a digest whose letter surely did not go out. */
export const reclaimDigest = command({
  name: 'reminders.reclaim-digest',
  permission: 'system',
  input: z.strictObject({ digestId: uuid }),
  run: async ({ tx, now }, { digestId }) => {
    const taken = await tx
      .updateTable('reminder_digest')
      .set({ state: 'claimed', claimed_at: now })
      .where('id', '=', digestId)
      .where('state', '=', 'waiting')
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw new Refusal('changed-meanwhile')
    return { result: { digestId }, audit: { kind: 'reminder-digest', id: digestId } }
  },
})
