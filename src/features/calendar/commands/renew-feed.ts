import { sql } from 'kysely'
import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { renewFeedInput } from '../contract.ts'
import { hashSecret } from '../store.ts'

/**
 * Gives a feed its first secret, or a new one; the earlier address is dead at once. The secret comes from who asks and is never
 * handed back, since the answers of commands are kept.
 */
export const renewFeed = command({
  name: 'calendar.renew-feed',
  permission: { roles: anyRole, reach: 'own' },
  input: renewFeedInput,
  run: async ({ tx, acting, now }, { feedId, version, programmeId, secret }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    if (programmeId) await getMyProgramme(tx, programmeId)
    const values = { secret_hash: hashSecret(secret), renewed_at: now }
    const written =
      version === null
        ? await tx
            .insertInto('calendar_feed')
            .values({ id: feedId, account_id: acting.accountId, programme_id: programmeId, created_at: now, ...values })
            .onConflict(conflict => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await tx
            .updateTable('calendar_feed')
            .set({ ...values, version: version + 1 })
            .where('id', '=', feedId)
            .where('version', '=', version)
            .where(sql<boolean>`programme_id IS NOT DISTINCT FROM ${programmeId}`)
            .returning('version')
            .executeTakeFirst()
    if (!written) throw new Refusal('changed-meanwhile')
    return {
      result: { feedId, version: written.version },
      audit: { kind: 'calendar-feed', id: feedId, programme: programmeId },
    }
  },
})

async function getMyProgramme(tx: Tx, programmeId: string): Promise<void> {
  const found = await tx.selectFrom('programme').select('id').where('id', '=', programmeId).executeTakeFirst()
  if (!found) throw new Refusal('not-found', { what: 'programme' })
}
