import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'

/** Takes own notices off the list, or with `read` false lays them back. */
export const markRead = command({
  name: 'reminders.mark-read',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ noticeIds: z.array(uuid).min(1).max(1000), read: z.boolean() }),
  run: async ({ tx, acting, now }, { noticeIds, read }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { accountId } = acting
    const marked = await tx
      .updateTable('reminder_sent')
      .set({ read_at: read ? now : null })
      .where('id', 'in', noticeIds)
      .where('account_id', '=', accountId)
      .where('in_application', '=', true)
      .returning('id')
      .execute()
    if (marked.length === 0) throw new Refusal('not-found', { what: 'notice' })
    return { result: { marked: marked.length }, audit: { kind: 'reminder', id: accountId } }
  },
})
