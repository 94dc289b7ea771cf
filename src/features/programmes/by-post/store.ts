import { sql } from 'kysely'
import type { CommandContext } from '../../../engine/command.ts'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { type JsonRow, moment } from '../../../engine/db/together.ts'
import { type IsoDate, vietnamDate } from '../../../kernel/dates.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { type Party, partiesOf, partiesOfMany } from '../store.ts'
import type { CitedPaper, PaperActKind, PaperFields, PaperSubject, PaperSubjectKind, PostalWork } from './contract.ts'
import { type PostalParty, whyNotInform, whyNotRecord } from './rules.ts'

export type Sending = {
  id: string
  from: string
  to: string
  step: 'whole' | 'lines'
  digest: string
  number: string
  date: IsoDate
  fileId: string | null
}

export type PaperAct = {
  id: string
  programmeId: string
  bodyId: string
  kind: PaperSubjectKind
  subjectId: string
  act: PaperActKind
  digest: string
  reason: string | null
  paper: CitedPaper
  fileId: string
  recordedBody: string
  recordedAt: Date
  contested: { on: IsoDate; reason: string } | null
  withdrawn: boolean
}

export type PostalFeature = PostalWork<PaperAct>

/** The parties of a programme that take part by post today, in the order of their marks. */
export async function partiesByPost(db: ReadDb, programmeId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('programme_party')
    .select('body_id')
    .where('programme_id', '=', programmeId)
    .where(sql<boolean>`is_by_post(programme_id, body_id)`)
    .orderBy('position')
    .execute()
  return new Set(rows.map(row => row.body_id))
}

/** Those of several programmes, by programme; one that has none is left out. */
export async function postalPartiesOf(db: ReadDb, programmeIds: readonly string[]): Promise<Map<string, Party[]>> {
  if (programmeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('programme_party')
    .select(['programme_id', 'body_id'])
    .where('programme_id', 'in', programmeIds)
    .where(sql<boolean>`is_by_post(programme_id, body_id)`)
    .execute()
  const byPost = Map.groupBy(rows, row => row.programme_id)
  const parties = await partiesOfMany(db, [...byPost.keys()])
  const isPostal = (programmeId: string) => (party: Party) => byPost.get(programmeId)!.some(row => row.body_id === party.bodyId)
  return new Map([...parties].map(([id, all]) => [id, all.filter(isPostal(id))]))
}

/** What the rules ask of a body that a letter goes to or comes from. */
export async function postalParty(db: ReadDb, programmeId: string, bodyId: string): Promise<PostalParty> {
  const party = (await partiesOf(db, programmeId)).some(one => one.bodyId === bodyId)
  return { bodyId, party, byPost: (await partiesByPost(db, programmeId)).has(bodyId) }
}

/** Letters about a subject that the asker's side sent or got, the oldest first. */
export async function sendingsOf(db: ReadDb, kind: PaperSubjectKind, subjectId: string): Promise<Sending[]> {
  const rows = await db
    .selectFrom('paper_sending')
    .selectAll()
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('recorded_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    from: row.from_body,
    to: row.to_body,
    step: row.step as Sending['step'],
    digest: row.digest,
    number: row.letter_number,
    date: row.letter_date,
    fileId: row.file_id,
  }))
}

const select = (db: ReadDb) => db.selectFrom('paper_act').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const asAct = (row: Row): PaperAct => ({
  id: row.id,
  programmeId: row.programme_id,
  bodyId: row.body_id,
  kind: row.subject_kind as PaperSubjectKind,
  subjectId: row.subject_id,
  act: row.act as PaperActKind,
  digest: row.digest,
  reason: row.reason,
  paper: { number: row.paper_number, date: row.paper_date },
  fileId: row.file_id,
  recordedBody: row.recorded_body,
  recordedAt: row.recorded_at,
  contested: row.contested_at && { on: vietnamDate(row.contested_at), reason: row.contest_reason ?? '' },
  withdrawn: row.withdrawn_at !== null,
})

/** A recorded paper within rights; refuses 'not-found'. */
export async function getPaperAct(db: ReadDb, id: string): Promise<PaperAct> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'paper-act' })
  return asAct(row)
}

/** What was recorded about a subject, the oldest first. */
export async function paperActsOf(db: ReadDb, kind: PaperSubjectKind, subjectId: string): Promise<PaperAct[]> {
  const rows = await select(db)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('recorded_at')
    .execute()
  return rows.map(asAct)
}

/** What others wrote down in a body's name, and what it wrote down for others, the latest first. */
export const paperActsAround = async (db: ReadDb, bodyId: string): Promise<PaperAct[]> =>
  (await actsAround(db, bodyId).execute()).map(asAct)

export const actsAround = (db: ReadDb, bodyId: string) =>
  select(db)
    .where(on => on.or([on('body_id', '=', bodyId), on('recorded_body', '=', bodyId)]))
    .orderBy('recorded_at', 'desc')

export const actOfJson = ({ recorded_at, contested_at, withdrawn_at, ...row }: JsonRow<Row>): PaperAct =>
  asAct({
    ...row,
    recorded_at: moment(recorded_at),
    contested_at: moment(contested_at),
    withdrawn_at: moment(withdrawn_at),
  })

/** The papers by which things stand, to be cited where they are shown. */
export async function papersById(db: ReadDb, ids: readonly (string | null | undefined)[]): Promise<Map<string, CitedPaper>> {
  const wanted = [...new Set(ids.filter(id => typeof id === 'string'))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('paper_act').select(['id', 'paper_number', 'paper_date']).where('id', 'in', wanted).execute()
  return new Map(rows.map(row => [row.id, { number: row.paper_number, date: row.paper_date }]))
}

/** Writes a partner's paper down, or refuses by the rules. The date asked for is that of our first letter with this content. */
export async function recordPaper(
  { tx, acting, now, today }: CommandContext,
  subject: PaperSubject,
  fields: PaperFields,
  said: { act: PaperActKind; reason?: string | null },
): Promise<void> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const from = await postalParty(tx, subject.programmeId, fields.bodyId)
  if (said.act === 'inform') refuseIf(whyNotInform(acting, from, { date: fields.date, today }))
  else {
    const sent = (await sendingsOf(tx, subject.kind, subject.id)).find(
      one => one.from === acting.bodyId && one.to === fields.bodyId && one.digest === fields.digest,
    )
    refuseIf(whyNotRecord(acting, from, { sentOn: sent?.date ?? null, date: fields.date, today }))
  }
  await ownFile(tx, acting.bodyId, fields.fileId)
  await tx
    .insertInto('paper_act')
    .values({
      id: fields.actId,
      programme_id: subject.programmeId,
      body_id: fields.bodyId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      act: said.act,
      digest: fields.digest,
      reason: said.reason ?? null,
      paper_number: fields.number,
      paper_date: fields.date,
      file_id: fields.fileId,
      recorded_body: acting.bodyId,
      recorded_by: acting.accountId,
      recorded_at: now,
    })
    .execute()
}

/** A scan is a file that the own side has handed in. */
export async function ownFile(tx: Tx, bodyId: string, fileId: string): Promise<void> {
  const file = await tx
    .selectFrom('file')
    .select('id')
    .where('id', '=', fileId)
    .where('owner_body', '=', bodyId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
}

/** What stands in the audit of an act by paper. */
export const paperAudit = ({ actId, bodyId, number, date }: PaperFields) => ({ onBehalf: bodyId, paper: { actId, number, date } })
