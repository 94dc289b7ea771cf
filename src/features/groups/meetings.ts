import type { Json, ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { digestOf } from '../programmes/index.ts'
import type { ConclusionFields, ConclusionState, MeetingFields, MeetingState } from './contract.ts'
import { fileOf, mustHit } from './store.ts'

/** A row of `meeting` without what was concluded. */
export type Meeting = {
  id: string
  programmeId: string
  byBody: string
  state: MeetingState
  heldOn: string
  beginsAt: string
  endsAt: string
  place: string
  present: string
  secretary: string
  chairedBy: string
  agenda: string
  notes: string
  minutesFile: string | null
  reason: string | null
  returnedBy: string | null
  digest: string | null
  version: number
}

const meetingRows = (db: ReadDb) =>
  db
    .selectFrom('meeting')
    .select(['id', 'programme_id as programmeId', 'by_body as byBody', 'state', 'held_on as heldOn', 'place'])
    .select(['chaired_by as chairedBy', 'agenda', 'notes', 'minutes_file as minutesFile', 'reason'])
    .select([
      'returned_by as returnedBy',
      'digest',
      'version',
      'begins_at as beginsAt',
      'ends_at as endsAt',
      'present',
      'secretary',
    ])

/** A meeting within rights: the own side's, or one put before the parties. Refuses 'not-found'. */
export async function getMeeting(db: ReadDb, id: string): Promise<Meeting> {
  const row = await meetingRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'meeting' })
  return { ...row, state: row.state as MeetingState }
}

export type Minutes = Pick<Meeting, 'id' | 'version'>

/** The minutes that a side has drafted on a day about a record. */
export const minutesAbout = (db: ReadDb, { bodyId, about, day }: { bodyId: string; about: string; day: string }) =>
  db
    .selectFrom('meeting')
    .select(['id', 'version'])
    .where('by_body', '=', bodyId)
    .where('about', '=', about)
    .where('about_on', '=', day)
    .executeTakeFirst()

/** The latest first. */
export async function meetingsOf(db: ReadDb, programmeId: string): Promise<Meeting[]> {
  const rows = await meetingRows(db)
    .where('programme_id', '=', programmeId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, state: row.state as MeetingState }))
}

/** Holds the meeting against whoever answers at the same moment. */
export async function holdMeeting(tx: Tx, id: string): Promise<Meeting> {
  await tx.selectFrom('meeting').select('id').where('id', '=', id).forUpdate().execute()
  return getMeeting(tx, id)
}

export const meetingColumns = (fields: MeetingFields) => ({
  held_on: fields.heldOn,
  begins_at: fields.beginsAt,
  ends_at: fields.endsAt,
  place: fields.place,
  present: fields.present,
  secretary: fields.secretary,
  chaired_by: fields.chairedBy,
  agenda: fields.agenda,
  notes: fields.notes,
  minutes_file: fields.minutesFile,
})

type Change = Partial<ReturnType<typeof meetingColumns>> & {
  state?: MeetingState
  digest?: string | null
  reason?: string | null
  returned_by?: string | null
  proposed_at?: Date
  agreed_at?: Date | null
}

/** A change that must hit the row as it was read, or else somebody was faster. */
export async function changeMeetingRow(tx: Tx, { id, version }: { id: string; version: number }, change: Change): Promise<void> {
  mustHit(
    await tx
      .updateTable('meeting')
      .set({ ...change, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

export type Conclusion = Omit<ConclusionFields, 'conclusionId'> & {
  id: string
  meetingId: string
  programmeId: string
  position: number
  state: ConclusionState
  result: string
  doneOn: string | null
  version: number
}

export const conclusionRows = (db: ReadDb) =>
  db
    .selectFrom('conclusion')
    .select(['conclusion.id', 'meeting_id as meetingId', 'conclusion.programme_id as programmeId', 'conclusion.position', 'text'])
    .select(['lead_body as leadBody', 'support_bodies as supportBodies', 'due_on as dueOn', 'clause_path as clausePath'])
    .select(['conclusion.state', 'result', 'done_on as doneOn', 'conclusion.version'])

/** What the working group's meetings have concluded, the earliest first: of minutes that every party has agreed to. */
export const conclusionsDrawn = (db: ReadDb, programmeId: string) =>
  db
    .selectFrom('conclusion')
    .innerJoin('meeting', 'meeting.id', 'meeting_id')
    .select(['conclusion.id', 'meeting_id as meetingId', 'lead_body as leadBody', 'text', 'held_on as heldOn'])
    .where('meeting.programme_id', '=', programmeId)
    .where('meeting.state', '=', 'agreed')
    .orderBy('held_on')
    .orderBy('meeting_id')
    .orderBy('conclusion.position')
    .execute()

/** In the order of the minutes. */
export async function conclusionsOf(db: ReadDb, meetingId: string): Promise<Conclusion[]> {
  const rows = await conclusionRows(db).where('meeting_id', '=', meetingId).orderBy('position').execute()
  return rows.map(row => ({ ...row, state: row.state as ConclusionState }))
}

export async function getConclusion(db: ReadDb, id: string): Promise<Conclusion> {
  const row = await conclusionRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'conclusion' })
  return { ...row, state: row.state as ConclusionState }
}

/** Writes exactly these conclusions into a draft. */
export async function writeConclusions(
  tx: Tx,
  { id, programmeId }: { id: string; programmeId: string },
  conclusions: readonly ConclusionFields[],
): Promise<void> {
  await tx.deleteFrom('conclusion').where('meeting_id', '=', id).execute()
  if (conclusions.length === 0) return
  await refuseUnknownClauses(tx, programmeId, conclusions)
  const rows = conclusions.map((one, at) => ({
    id: one.conclusionId,
    meeting_id: id,
    programme_id: programmeId,
    position: at + 1,
    text: one.text,
    lead_body: one.leadBody,
    support_bodies: one.supportBodies.filter(body => body !== one.leadBody),
    due_on: one.dueOn,
    clause_path: one.clausePath,
  }))
  await tx.insertInto('conclusion').values(rows).execute()
}

async function refuseUnknownClauses(tx: Tx, programmeId: string, conclusions: readonly ConclusionFields[]): Promise<void> {
  const wanted = [...new Set(conclusions.flatMap(one => one.clausePath ?? []))]
  if (wanted.length === 0) return
  const found = await tx
    .selectFrom('clause')
    .select('path')
    .where('programme_id', '=', programmeId)
    .where('path', 'in', wanted)
    .execute()
  if (found.length < wanted.length) throw new Refusal('not-found', { what: 'clause' })
}

/** What may be left out: minutes without it keep the digest that they had before it could be said. */
const saidOf = ({ beginsAt, endsAt, present, secretary }: Meeting): { [key: string]: string } =>
  Object.fromEntries(Object.entries({ beginsAt, endsAt, present, secretary }).filter(([, said]) => said !== ''))

/** The minutes as they stand, and the digest by which leaders agree to exactly that. */
export async function minutesDigest(db: ReadDb, meeting: Meeting): Promise<string> {
  const { heldOn, place, chairedBy, agenda, notes } = meeting
  const conclusions = await conclusionsOf(db, meeting.id)
  const content: Json = {
    heldOn,
    place,
    chairedBy,
    agenda,
    notes,
    minutes: (await fileOf(db, meeting.minutesFile))?.sha256 ?? null,
    ...saidOf(meeting),
    conclusions: conclusions.map(({ text, leadBody, supportBodies, dueOn, clausePath }) => ({
      text,
      leadBody,
      supportBodies,
      dueOn,
      clausePath,
    })),
  }
  return digestOf(content)
}

export const subjectOf = ({ id, programmeId }: Pick<Meeting, 'id' | 'programmeId'>) => ({
  programmeId,
  kind: 'meeting' as const,
  id,
})
