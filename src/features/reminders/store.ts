import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { type Actor, ROLES } from '../../kernel/permissions.ts'
import { authorityOf } from '../agencies/index.ts'
import { ESCALATION_DAYS, type Settings } from './contract.ts'
import { defaultSettings } from './rules.ts'

const roleList = z.array(z.enum(ROLES))

const SETTING_COLUMNS = [
  'by_mail',
  'in_application',
  'address',
  'days_before',
  'on_day',
  'after_due',
  'quiet_from',
  'quiet_to',
  'digest_at',
  'version',
] as const

type SettingRow = {
  by_mail: boolean
  in_application: boolean
  address: string | null
  days_before: number[]
  on_day: boolean
  after_due: boolean
  quiet_from: string | null
  quiet_to: string | null
  digest_at: string
}

const asSettings = (row: SettingRow): Settings => ({
  byMail: row.by_mail,
  inApplication: row.in_application,
  address: row.address,
  daysBefore: row.days_before,
  onDay: row.on_day,
  afterDue: row.after_due,
  quiet: row.quiet_from && row.quiet_to ? { from: row.quiet_from, to: row.quiet_to } : null,
  digestAt: row.digest_at,
})

/** As stored in reminder_setting, the key and the version aside. */
export const asSettingRow = (settings: Settings): SettingRow => ({
  by_mail: settings.byMail,
  in_application: settings.inApplication,
  address: settings.address,
  days_before: settings.daysBefore,
  on_day: settings.onDay,
  after_due: settings.afterDue,
  quiet_from: settings.quiet?.from ?? null,
  quiet_to: settings.quiet?.to ?? null,
  digest_at: settings.digestAt,
})

/** What the person has chosen, else what holds for the roles; `version` null where nothing was chosen. */
export async function settingsOf(
  db: ReadDb,
  { accountId, roles }: Pick<Actor, 'accountId' | 'roles'>,
): Promise<{ settings: Settings; version: number | null }> {
  const row = await db
    .selectFrom('reminder_setting')
    .select(SETTING_COLUMNS)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ? { settings: asSettings(row), version: row.version } : { settings: defaultSettings(roles), version: null }
}

/** After how many days the leaders of a body hear of it; `version` null where they have not decided. */
export async function escalationOf(db: ReadDb, bodyId: string): Promise<{ days: number; version: number | null }> {
  const row = await db
    .selectFrom('reminder_escalation')
    .select(['days', 'version'])
    .where('body_id', '=', bodyId)
    .executeTakeFirst()
  return row ?? { days: ESCALATION_DAYS, version: null }
}

/** Accounts that stand, with how each is reminded. For the site only. */
export async function listReminded(db: ReadDb, today: IsoDate): Promise<{ actor: Actor; settings: Settings }[]> {
  const accounts = await db
    .selectFrom('account')
    .innerJoin('account_today', 'account_today.id', 'account.id')
    .select(['account.id', 'account.body_id', 'account_today.roles', 'account.display_name'])
    .where('account.disabled_at', 'is', null)
    .where(sql<boolean>`cardinality(account_today.roles) > 0`)
    .orderBy('account.id')
    .execute()
  const rows = await db
    .selectFrom('reminder_setting')
    .select(['account_id', ...SETTING_COLUMNS])
    .execute()
  const chosen = new Map(rows.map(row => [row.account_id, asSettings(row)]))
  const reminded: { actor: Actor; settings: Settings }[] = []
  for (const account of accounts) {
    const who = { accountId: account.id, roles: roleList.parse(account.roles) }
    const actor = { ...who, bodyId: account.body_id, displayName: account.display_name, ...(await authorityOf(db, who, today)) }
    reminded.push({ actor, settings: chosen.get(account.id) ?? defaultSettings(who.roles) })
  }
  return reminded
}

export type OpenDigest = { id: string; accountId: string; day: IsoDate; to: string; state: 'claimed' | 'waiting' }

/** Digests whose letter has not been settled, of accounts that stand. */
export async function listOpenDigests(db: ReadDb): Promise<OpenDigest[]> {
  const rows = await db
    .selectFrom('reminder_digest')
    .innerJoin('account', 'account.id', 'reminder_digest.account_id')
    .select(['reminder_digest.id', 'account_id', 'day', 'address', 'state'])
    .where('state', 'in', ['claimed', 'waiting'])
    .where('disabled_at', 'is', null)
    .orderBy('claimed_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    accountId: row.account_id,
    day: row.day,
    to: row.address!,
    state: row.state === 'waiting' ? 'waiting' : 'claimed',
  }))
}

/** The days on which things of one account were told, by key. */
export async function toldTo(db: ReadDb, accountId: string): Promise<Map<string, IsoDate>> {
  const rows = await db
    .selectFrom('reminder_sent')
    .innerJoin('reminder_digest', 'reminder_digest.id', 'reminder_sent.digest_id')
    .select(['key', 'day'])
    .where('reminder_sent.account_id', '=', accountId)
    .execute()
  return new Map(rows.map(row => [row.key, row.day]))
}

export const hasDigest = async (db: ReadDb, accountId: string, day: IsoDate): Promise<boolean> =>
  Boolean(
    await db
      .selectFrom('reminder_digest')
      .select('id')
      .where('account_id', '=', accountId)
      .where('day', '=', day)
      .executeTakeFirst(),
  )

export type DigestLine = { stage: string; title: string; context: string; address: string; dueOn: IsoDate }

/** What stands in one digest, the earliest due first. */
export async function linesOf(db: ReadDb, digestId: string): Promise<DigestLine[]> {
  const rows = await db
    .selectFrom('reminder_sent')
    .select(['stage', 'title', 'context', 'address', 'due_on'])
    .where('digest_id', '=', digestId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on }))
}
