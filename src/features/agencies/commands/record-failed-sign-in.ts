import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { uuid } from '../contract.ts'
import { lockSeconds } from '../rules.ts'

export const recordFailedSignIn = command({
  name: 'agencies.record-failed-sign-in',
  permission: 'system',
  input: z.strictObject({ accountId: uuid }),
  run: async ({ tx, now }, { accountId }) => {
    const { failed_count } = await tx
      .updateTable('account')
      .set({ failed_count: sql`failed_count + 1` })
      .where('id', '=', accountId)
      .returning('failed_count')
      .executeTakeFirstOrThrow()
    const seconds = lockSeconds(failed_count)
    const until = seconds ? new Date(now.getTime() + seconds * 1000) : null
    await tx.updateTable('account').set({ locked_until: until }).where('id', '=', accountId).execute()
    return { result: { seconds }, audit: { kind: 'account', id: accountId, detail: { failed: failed_count } } }
  },
})
