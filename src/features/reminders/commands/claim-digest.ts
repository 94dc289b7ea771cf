import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Notice, noticeInput, uuid } from '../contract.ts'

const AT_ONCE = 500

/**
 * Takes what is to be told to one person today, before any letter goes out. What was taken before is left out; a second digest
 * of the day, and one with nothing new, are refused. `address` is null where no letter is wished.
 */
export const claimDigest = command({
  name: 'reminders.claim-digest',
  permission: 'system',
  input: z.strictObject({
    digestId: uuid,
    accountId: uuid,
    day: z.iso.date(),
    address: z.string().nullable(),
    inApplication: z.boolean(),
    notices: z.array(noticeInput),
  }),
  run: async ({ tx, now }, { digestId, accountId, day, address, inApplication, notices }) => {
    const state = address === null ? 'in-application' : 'claimed'
    const digest = await tx
      .insertInto('reminder_digest')
      .values({ id: digestId, account_id: accountId, day, address, state, claimed_at: now })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    const claimed = digest ? await claimNotices(tx, { digestId, accountId, inApplication }, notices) : 0
    if (claimed === 0) throw new Refusal('changed-meanwhile')
    return { result: { claimed }, audit: { kind: 'reminder-digest', id: digestId } }
  },
})

type Claim = { digestId: string; accountId: string; inApplication: boolean }

async function claimNotices(tx: Tx, { digestId, accountId, inApplication }: Claim, notices: readonly Notice[]): Promise<number> {
  const owner = { account_id: accountId, digest_id: digestId, in_application: inApplication }
  let claimed = 0
  for (let at = 0; at < notices.length; at += AT_ONCE) {
    const rows = notices
      .slice(at, at + AT_ONCE)
      .map(({ dueOn, ...notice }) => ({ id: newId(), ...owner, ...notice, due_on: dueOn }))
    const taken = await tx
      .insertInto('reminder_sent')
      .values(rows)
      .onConflict(conflict => conflict.columns(['home', 'account_id', 'key']).doNothing())
      .returning('id')
      .execute()
    claimed += taken.length
  }
  return claimed
}
