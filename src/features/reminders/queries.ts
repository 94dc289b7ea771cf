import { z } from 'zod'
import { query } from '../../engine/query.ts'
import { anyRole, leaders, whyNotPermitted } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { digestGroupOf } from './rules.ts'
import { escalationOf, settingsOf } from './store.ts'

const everybody = { roles: anyRole, reach: 'own' } as const
const nothing = z.strictObject({})
const SHOWN = 1000

/** How the asker is reminded, and after how many days the leaders of the own body hear of what was not done. */
export const settings = query({
  name: 'reminders.settings',
  permission: everybody,
  input: nothing,
  run: async ({ db, acting }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const chosen = await settingsOf(db, acting)
    const escalation = await escalationOf(db, acting.bodyId)
    const can = { changeEscalation: !whyNotPermitted({ roles: leaders, reach: 'own' }, acting) }
    return { ...chosen, escalation, can }
  },
})

/** The asker's own unread notices, the newest day first. */
export const mine = query({
  name: 'reminders.mine',
  permission: everybody,
  input: nothing,
  run: async ({ db, acting, today }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const rows = await db
      .selectFrom('reminder_sent')
      .innerJoin('reminder_digest', 'reminder_digest.id', 'reminder_sent.digest_id')
      .select(['reminder_sent.id', 'day', 'stage', 'title', 'context', 'reminder_sent.address', 'due_on'])
      .where('reminder_sent.account_id', '=', acting.accountId)
      .where('in_application', '=', true)
      .where('read_at', 'is', null)
      .orderBy('day', 'desc')
      .orderBy('due_on')
      .orderBy('reminder_sent.id')
      .limit(SHOWN)
      .execute()
    const notices = rows.map(({ due_on: dueOn, ...row }) => ({
      ...row,
      dueOn,
      group: digestGroupOf({ stage: row.stage, dueOn }, today),
    }))
    return { today, notices }
  },
})

/** How many notices the asker has not read: the count beside the name. */
export const unread = query({
  name: 'reminders.unread',
  permission: everybody,
  input: nothing,
  run: async ({ db, acting }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { count } = await db
      .selectFrom('reminder_sent')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('account_id', '=', acting.accountId)
      .where('in_application', '=', true)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
    return { count }
  },
})
