import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { countPairOf } from '../activities/index.ts'

/** The programme of an activity that stands, where it is the one asked for. Refuses 'not-found', 'movements.other-programme'. */
export async function getActivityOf(db: ReadDb, activityId: string, programmeId: string): Promise<string> {
  const activity = await db
    .selectFrom('activity')
    .select('programme_id')
    .where('id', '=', activityId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!activity) throw new Refusal('not-found', { what: 'activity' })
  if (activity.programme_id !== programmeId) throw new Refusal('movements.other-programme')
  return activity.programme_id
}

export const hasActivities = async (db: ReadDb, movementId: string): Promise<boolean> =>
  Boolean(await db.selectFrom('movement_activity').select('activity_id').where('movement_id', '=', movementId).executeTakeFirst())

/** The activities that hang on a movement, each once, the latest first; what was removed is left out, what is joint told by the joint record. */
export async function activitiesOf(db: ReadDb, movementId: string) {
  const rows = await db
    .selectFrom('movement_activity')
    .innerJoin('activity', join => join.on('activity.id', '=', sql<string>`standing_activity(movement_activity.activity_id)`))
    .innerJoin('body', 'body.id', 'owner_body')
    .select(['activity.id', 'activity.title', 'held_on', 'activity.place', 'count', 'count_unit', 'reach', 'reach_unit', 'money'])
    .select('body.short_name')
    .distinct()
    .where('movement_id', '=', movementId)
    .where('removed_at', 'is', null)
    .orderBy('held_on', 'desc')
    .orderBy('activity.id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    owner: row.short_name,
    ...countPairOf(row),
    money: row.money,
  }))
}
