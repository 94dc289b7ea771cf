import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { HANDLE } from '../rules.ts'

/** Takes out a consultation that was noted by mistake. */
export const dropConsultation = command({
  name: 'honours.drop-consultation',
  permission: HANDLE,
  input: z.strictObject({ consultationId: uuid }),
  run: async ({ tx, now }, { consultationId }) => {
    const dropped = await tx
      .updateTable('recognition_consultation')
      .set({ removed_at: now })
      .where('id', '=', consultationId)
      .where('removed_at', 'is', null)
      .returning('list_id')
      .executeTakeFirst()
    if (!dropped) throw new Refusal('not-found', { what: 'consultation' })
    return {
      result: { consultationId },
      audit: { kind: 'recognition-list', id: dropped.list_id, detail: { dropped: consultationId } },
    }
  },
})
