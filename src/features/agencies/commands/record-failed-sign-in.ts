import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { uuid } from '../contract.ts'
import { lockSeconds } from '../rules.ts'

/** After so long a count of failures is forgotten. */
const FORGOTTEN_HOURS = 24

/** Counted alike for names that exist and for names that do not. */
export const recordFailedSignIn = command({
  name: 'agencies.record-failed-sign-in',
  permission: 'system',
  input: z.strictObject({ nameHash: z.string().regex(/^[0-9a-f]{64}$/), accountId: uuid.nullable() }),
  run: async ({ tx, now, commandId }, { nameHash, accountId }) => {
    const before = new Date(now.getTime() - FORGOTTEN_HOURS * 3_600_000)
    await tx.deleteFrom('sign_in_attempt').where('at', '<', before).execute()
    const name_hash = Buffer.from(nameHash, 'hex')
    const { failed_count } = await tx
      .insertInto('sign_in_attempt')
      .values({ name_hash, failed_count: 1, at: now })
      .onConflict(conflict =>
        conflict.columns(['home', 'name_hash']).doUpdateSet({ failed_count: sql`sign_in_attempt.failed_count + 1`, at: now }),
      )
      .returning('failed_count')
      .executeTakeFirstOrThrow()
    const seconds = lockSeconds(failed_count)
    const locked_until = seconds ? new Date(now.getTime() + seconds * 1000) : null
    await tx.updateTable('sign_in_attempt').set({ locked_until }).where('name_hash', '=', name_hash).execute()
    const detail = { failed: failed_count }
    // A name that nobody bears has no record to point to: the entry stands for itself.
    return { result: { seconds }, audit: { kind: accountId ? 'account' : 'sign-in', id: accountId ?? commandId, detail } }
  },
})
