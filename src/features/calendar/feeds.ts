import { z } from 'zod'
import type { Database, ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { type Actor, ROLES } from '../../kernel/permissions.ts'
import { authorityOf, rolesInSeat, seatsOf } from '../agencies/index.ts'
import { feedSecret } from './contract.ts'
import { hashSecret } from './store.ts'

const roleList = z.array(z.enum(ROLES))

/** For whom a feed's secret acts, with which programme; null where it was renewed, never given, or its account is closed. */
export async function findFeed(
  database: Database,
  secret: string,
  today: IsoDate,
): Promise<{ actor: Actor; programmeId: string | null } | null> {
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
  const { id, body_id, display_name, programme_id } = row
  const seat = programme_id && (await database.read('system', db => inheritedPartyOf(db, programme_id, body_id)))
  const roles = roleList.parse(row.roles)
  // Nobody reads in a seat who has no work there.
  if (seat && rolesInSeat(roles).length === 0) return null
  const who = seat ? { bodyId: seat, roles: rolesInSeat(roles) } : { bodyId: body_id, roles }
  const authority = await database.read('system', db => authorityOf(db, { accountId: id, roles: who.roles }, today))
  return { actor: { accountId: id, displayName: display_name, ...who, ...authority }, programmeId: programme_id }
}

/** The party of a programme in whose seat a body sits; null where it is a party itself, or sits in none. */
async function inheritedPartyOf(db: ReadDb, programmeId: string, bodyId: string): Promise<string | null> {
  const rows = await db.selectFrom('programme_party').select('body_id').where('programme_id', '=', programmeId).execute()
  const parties = rows.map(row => row.body_id)
  if (parties.includes(bodyId)) return null
  return (await seatsOf(db, bodyId)).find(seat => parties.includes(seat.id))?.id ?? null
}
