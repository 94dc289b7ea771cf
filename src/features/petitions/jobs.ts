import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { addMonths, forgottenOn, KEPT_MONTHS } from './rules.ts'

const EVERY_MINUTES = 6 * 60
/** A key that no row names after so long belongs to a try that failed. */
const ORPHAN_HOURS = 24

/**
 * Forgets names on their day and destroys their keys; a key whose row is gone, and one that no row ever took, goes with them. What
 * was sealed stays unreadable in every backup.
 */
export const forgettingJob = ({ run, read, keys, now }: JobGround): Job => ({
  name: 'petitions.forget-senders',
  everyMinutes: EVERY_MINUTES,
  run: async () => {
    for (const { petitionId } of await dueNow({ read, now })) await run('petitions.forget-sender', { petitionId })
    const before = new Date(now().getTime() - ORPHAN_HOURS * 3_600_000)
    const old = await keys.madeBefore(before)
    if (old.length === 0) return
    const named = await read(async db => {
      const rows = await db.selectFrom('petition_content').select('sender_key').where('sender_key', 'in', old).execute()
      return new Set(rows.map(row => row.sender_key))
    })
    for (const keyId of old) if (!named.has(keyId)) await keys.destroy(keyId)
  },
})

/** Petitions whose name is to be forgotten by today. */
async function dueNow({ read, now }: Pick<JobGround, 'read' | 'now'>): Promise<{ petitionId: string }[]> {
  const today = vietnamDate(now())
  // A first sieve that a query can use; the rule decides.
  const early = addDays(addMonths(today, -KEPT_MONTHS.afterEnd), 3)
  const rows = await read(db =>
    db
      .selectFrom('petition_content')
      .innerJoin('petition', 'petition.id', 'petition_content.petition_id')
      .select(['petition.id', 'received_on', 'closed_on'])
      .where('sender_key', 'is not', null)
      .where('received_on', '<=', early)
      .execute(),
  )
  return rows
    .filter(row => forgottenOn({ receivedOn: row.received_on, closedOn: row.closed_on }) <= today)
    .map(row => ({ petitionId: row.id }))
}
