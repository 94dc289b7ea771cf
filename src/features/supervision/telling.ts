import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { TELLING_KINDS, type Telling } from './rules.ts'

/** Days around a supervision within which an activity is offered as telling of it. */
const AROUND = 15
const MOST = 20

export type Told = { id: string; title: string; heldOn: IsoDate; place: string }

const select = (db: ReadDb) =>
  db
    .selectFrom('activity')
    .select(['activity.id', 'title', 'held_on', 'place'])
    .where('removed_at', 'is', null)
    .orderBy('held_on')
    .orderBy('activity.id')
    .limit(MOST)
const toTold = ({ held_on: heldOn, ...row }: { id: string; title: string; held_on: IsoDate; place: string }): Told => ({
  ...row,
  heldOn,
})

/** The activities that tell of a supervision; what was taken in by a joint one is told by that. */
export const toldOf = async (db: ReadDb, supervisionId: string): Promise<Told[]> =>
  (await select(db).where(tellsOf(supervisionId)).execute()).map(toTold)

const tellsOf = (supervisionId: string) =>
  sql<boolean>`activity.id = ANY (ARRAY(SELECT standing_activity(activity_id) FROM supervision_activity WHERE supervision_id = ${supervisionId}))`

/** Activities of the body and the programme around the days of a supervision that tell of none yet. */
export async function couldTell(
  db: ReadDb,
  { bodyId, programmeId, startsOn, endsOn }: { bodyId: string; programmeId: string | null; startsOn: IsoDate; endsOn: IsoDate },
): Promise<Told[]> {
  if (programmeId === null) return []
  const rows = await select(db)
    .where(sql<boolean>`(SELECT l.activity_id FROM supervision_activity l WHERE l.activity_id = activity.id) IS NULL`)
    .where('owner_body', '=', bodyId)
    .where('programme_id', '=', programmeId)
    .where('kind', 'in', TELLING_KINDS)
    .where('held_on', '>=', addDays(startsOn, -AROUND))
    .where('held_on', '<=', addDays(endsOn, AROUND))
    .execute()
  return rows.map(toTold)
}

/** What the rule on linking asks of an activity. Refuses 'not-found'. */
export async function tellingOf(db: ReadDb, activityId: string): Promise<Telling> {
  const row = await db
    .selectFrom('activity')
    .leftJoin('supervision_activity', 'supervision_activity.activity_id', 'activity.id')
    .select(['owner_body', 'programme_id', 'kind', 'removed_at', 'supervision_id'])
    .where('activity.id', '=', activityId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'activity' })
  return {
    ownerBody: row.owner_body,
    programmeId: row.programme_id,
    kind: row.kind,
    removed: row.removed_at !== null,
    toldOf: row.supervision_id,
  }
}
