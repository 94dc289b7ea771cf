import { z } from 'zod'
import type { Database } from '../../engine/db/database.ts'
import { type Actor, ROLES } from '../../kernel/permissions.ts'
import { feedSecret } from './contract.ts'
import { hashSecret } from './store.ts'

const roleList = z.array(z.enum(ROLES))

/** For whom a feed's secret acts, with which programme; null where it was renewed, never given, or its account is closed. */
export async function findFeed(database: Database, secret: string): Promise<{ actor: Actor; programmeId: string | null } | null> {
  if (!feedSecret.safeParse(secret).success) return null
  const row = await database.read('system', db =>
    db
      .selectFrom('calendar_feed')
      .innerJoin('account', 'account.id', 'calendar_feed.account_id')
      .innerJoin('account_today', 'account_today.id', 'account.id')
      .select(['account.id', 'account.body_id', 'account_today.roles', 'account.display_name', 'calendar_feed.programme_id'])
      .where('calendar_feed.secret_hash', '=', hashSecret(secret))
      .where('account.disabled_at', 'is', null)
      .executeTakeFirst(),
  )
  // Whose posts have all ended reads no calendar.
  if (!row?.roles?.length) return null
  const { id, body_id, roles, display_name, programme_id } = row
  return {
    actor: { accountId: id, bodyId: body_id, roles: roleList.parse(roles), displayName: display_name },
    programmeId: programme_id,
  }
}
