import type { ReadDb } from '../../engine/db/database.ts'
import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { addDays, addMonths, vietnamDate } from '../../kernel/dates.ts'
import { forgottenOn, KEPT_MONTHS } from './rules.ts'

const EVERY_MINUTES = 6 * 60

/** Forgets names on their day. */
export const forgettingJob = ({ run, read, now }: JobGround): Job => ({
  name: 'petitions.forget-senders',
  everyMinutes: EVERY_MINUTES,
  run: async () => {
    for (const { petitionId } of await dueNow({ read, now })) await run('petitions.forget-sender', { petitionId })
  },
})

/** A key whose row is gone, or that no row ever took, is not named here. */
export async function senderKeys(db: ReadDb, keyIds: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('petition_content').select('sender_key').where('sender_key', 'in', keyIds).execute()
  return rows.flatMap(row => row.sender_key ?? [])
}

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
