import { sql } from 'kysely'
import { changeRow } from '../../engine/db/change-row.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { PERSONAL_MONTHS } from '../../engine/files/discard.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { getPlaces } from '../agencies/index.ts'
import { getSharedItem } from '../plans/index.ts'
import { type BreakdownRow, toldBreakdown } from './breakdown.ts'
import type { ActivityFields } from './contract.ts'
import type { ListedKind } from './kind-book.ts'
import { whyNotItems } from './rules.ts'
import { awaitsAnswer, dueOf } from './waiting.ts'

/** The activity, removed ones too; row-level security shows it to the parties of its programme only. Refuses 'not-found'. */
export async function getActivity(db: ReadDb, id: string) {
  const row = await db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'activity' })
  return { ...row, ownerBody: row.owner_body, removed: row.removed_at !== null }
}

/** The columns of what officers write. */
export const columnsOf = (fields: ActivityFields, kind: ListedKind) => ({
  kind: kind.key,
  kind_version: kind.version,
  title: fields.title,
  held_on: fields.heldOn,
  held_to: fields.heldTo ?? null,
  place: fields.place,
  count: fields.count?.value ?? null,
  count_unit: fields.count?.unit ?? null,
  reach: fields.reach?.value ?? null,
  reach_unit: fields.reach?.unit ?? null,
  money: fields.money ?? null,
  note: fields.note,
  details: JSON.stringify(fields.details),
  // What the kind says of these details, so that lists and dues need not know the kinds.
  due_on: dueOf(kind.fields, fields.details),
  awaits_answer: awaitsAnswer(kind.fields, fields.details),
  split_kept_back: toldBreakdown(fields.breakdown, fields.reach?.value ?? null).few,
})

/** Puts the activity under exactly these items of its programme; those of another side that it is joint with stay until they are parted. */
export async function linkItems(tx: Tx, activityId: string, programmeId: string, itemIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(itemIds)]
  const items = await Promise.all(wanted.map(id => getSharedItem(tx, id)))
  const reason = whyNotItems(items, programmeId)
  if (reason) throw new Refusal(reason.code, reason.data)
  await tx.deleteFrom('activity_item').where('activity_id', '=', activityId).where('merge_id', 'is', null).execute()
  const link = (item_id: string) => ({ activity_id: activityId, item_id, programme_id: programmeId })
  await tx
    .insertInto('activity_item')
    .values(wanted.map(link))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Says where it was and how those reached are split: exactly so, and what is told of that to others. Refuses a place that the site does not know. */
export async function describe(
  tx: Tx,
  { id, programmeId }: { id: string; programmeId: string },
  { placeIds, breakdown, reach }: Pick<ActivityFields, 'placeIds' | 'breakdown' | 'reach'>,
): Promise<void> {
  const of = { activity_id: id, programme_id: programmeId }
  const places = await getPlaces(tx, [...new Set(placeIds)])
  await tx.deleteFrom('activity_place').where('activity_id', '=', id).execute()
  for (const table of ['activity_breakdown', 'told_split'] as const)
    await tx.deleteFrom(table).where('activity_id', '=', id).execute()
  const stands = places.map(place => ({ ...of, place_id: place.id }))
  if (stands.length > 0) await tx.insertInto('activity_place').values(stands).execute()
  const told = toldBreakdown(breakdown, reach?.value ?? null).breakdown
  for (const [table, rows] of [
    ['activity_breakdown', breakdown],
    ['told_split', told],
  ] as const)
    if (rows.length > 0)
      await tx
        .insertInto(table)
        .values(rows.map(row => ({ ...of, ...row })))
        .execute()
}

/** Where it was, in the order of the list, and how those reached are split: of the own record as written, of others as it is told. */
export async function descriptionOf(db: ReadDb, activityId: string, own: boolean) {
  const stands = await db.selectFrom('activity_place').select('place_id').where('activity_id', '=', activityId).execute()
  const split = await db
    .selectFrom(own ? 'activity_breakdown' : 'told_split')
    .select(['dimension', 'label', 'count'])
    .where('activity_id', '=', activityId)
    .orderBy('dimension')
    .orderBy('count', 'desc')
    .execute()
  const places = await getPlaces(
    db,
    stands.map(row => row.place_id),
  )
  return {
    places: places.map(({ id, name, parentName, kind }) => ({ id, name, parentName, kind })),
    breakdown: split as BreakdownRow[],
  }
}

/** One guarded change: hits the version that was seen, or refuses 'changed-meanwhile'. */
export async function updateActivity(
  tx: Tx,
  activity: { activityId: string; version: number },
  change: Partial<ReturnType<typeof columnsOf>> & { removed_at?: Date | null; import_id?: null },
): Promise<{ version: number }> {
  return changeRow(tx, 'activity', { id: activity.activityId, version: activity.version }, change)
}

/** A file with data of persons lies under a name of its own, so that no count, list, package or review of evidence finds it. */
export const SUBJECT = { joint: 'activity', personal: 'activity-personal' } as const

/** Takes files that the own side has handed in up as evidence: from now on every party can read them, personal ones the recording unit only. */
export async function takeUpEvidence(
  tx: Tx,
  activity: { id: string; programmeId: string; ownerBody: string },
  fileIds: readonly string[],
  personal = false,
): Promise<void> {
  for (const fileId of new Set(fileIds)) {
    const place = personal
      ? { personal, visibility: 'own', subject_kind: SUBJECT.personal }
      : { visibility: 'joint', programme_id: activity.programmeId, subject_kind: SUBJECT.joint }
    let free = tx
      .updateTable('file')
      .set({ ...place, subject_id: activity.id, released_at: null })
      .where('id', '=', fileId)
      .where('owner_body', '=', activity.ownerBody)
      .where('removed_at', 'is', null)
      .where('subject_id', 'is', null)
      // A file taken up by something else, such as the signed text of a programme, is no evidence.
      .where('visibility', '=', 'own')
      .where(sql<boolean>`NOT EXISTS (SELECT FROM import_draft WHERE file_id = file.id)`)
    // Once marked it is never shared by being attached anew.
    if (!personal) free = free.where('personal', '=', false)
    const taken = await free.returning('id').executeTakeFirst()
    if (!taken) throw new Refusal('not-found', { what: 'file' })
  }
}

/** `ofUnit`: of the asker's own unit. `deletedOn`: for a personal file the day from which it is cleaned away. */
export type Evidence = { id: string; name: string; size: number; mediaType: string; ofUnit: boolean; deletedOn: string }

/** Evidence of the work, or of it what only the recording unit reads; row-level security shows the latter to nobody else. */
export async function evidenceOf(db: ReadDb, activityId: string, kind: keyof typeof SUBJECT = 'joint'): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('file')
    .select(['id', 'name', 'size', 'media_type'])
    .select(sql<boolean>`(unit_id IN (SELECT my_units()) OR created_by = current_account())`.as('of_unit'))
    .select(sql<string>`(created_at + ${`${PERSONAL_MONTHS} months`}::interval)::date::text`.as('deleted_on'))
    .where('subject_kind', '=', SUBJECT[kind])
    .where('subject_id', '=', activityId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, size, ...row }) => ({
    id,
    name,
    size,
    mediaType: row.media_type,
    ofUnit: row.of_unit,
    deletedOn: row.deleted_on,
  }))
}
