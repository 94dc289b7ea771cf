import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { lockKey } from '../../../engine/db/lock-key.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { compareVietnamese } from '../../../kernel/vietnamese.ts'
import type { Adopted, AnswerState, TemplateClause } from './contract.ts'

const templates = (db: ReadDb) =>
  db.selectFrom('cascade_template').select(['id', 'body_id', 'programme_id', 'title', 'clauses', 'due_on', 'sent_on', 'version'])
type TemplateRow = Awaited<ReturnType<ReturnType<typeof templates>['executeTakeFirstOrThrow']>>
const toTemplate = (row: TemplateRow) => ({
  id: row.id,
  bodyId: row.body_id,
  programmeId: row.programme_id,
  title: row.title,
  clauses: row.clauses as TemplateClause[],
  dueOn: row.due_on,
  sentOn: row.sent_on,
  version: row.version,
})
export type Template = ReturnType<typeof toTemplate>

/** One of the own side, or one that was sent to it. Refuses 'not-found'. */
export async function getTemplate(db: ReadDb, id: string): Promise<Template> {
  const row = await templates(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'template' })
  return toTemplate(row)
}
export const listTemplates = async (db: ReadDb): Promise<Template[]> =>
  (await templates(db).orderBy('created_at', 'desc').orderBy('id').execute()).map(toTemplate)

const copies = (db: ReadDb) =>
  db
    .selectFrom('cascade_copy')
    .innerJoin('body', 'body.id', 'to_body')
    .select(['cascade_copy.id', 'template_id', 'from_body', 'to_body', 'body.short_name', 'sent_on', 'opened_on', 'signed_on'])
    .select(['number', 'cascade_copy.version'])
    .select(
      sql<string[] | null>`CASE WHEN lines IS NOT NULL THEN ARRAY(
        SELECT l ->> 'key' FROM jsonb_array_elements(lines) l WHERE l ->> 'text' IS NOT NULL) END`.as('adopted'),
    )
type CopyRow = Awaited<ReturnType<ReturnType<typeof copies>['executeTakeFirstOrThrow']>>
const toCopy = (row: CopyRow) => ({
  id: row.id,
  templateId: row.template_id,
  fromBody: row.from_body,
  toBody: row.to_body,
  name: row.short_name,
  sentOn: row.sent_on,
  openedOn: row.opened_on,
  signedOn: row.signed_on,
  number: row.number,
  /** Keys of the clauses that it has adopted; null before it has signed. */
  adopted: row.adopted,
  version: row.version,
})
export type Copy = ReturnType<typeof toCopy>

export async function getCopy(db: ReadDb, id: string): Promise<Copy & { lines: Adopted[] | null }> {
  const row = await copies(db).select('lines').where('cascade_copy.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'copy' })
  return { ...toCopy(row), lines: row.lines as Adopted[] | null }
}
export const copiesOf = async (db: ReadDb, templateId: string): Promise<Copy[]> =>
  (await copies(db).where('template_id', '=', templateId).execute()).map(toCopy)
export const copiesTo = async (db: ReadDb, bodyId: string): Promise<Copy[]> =>
  (await copies(db).where('to_body', '=', bodyId).orderBy('sent_on', 'desc').orderBy('cascade_copy.id').execute()).map(toCopy)

/** What a unit is still to sign, by a day. */
export const copiesWaiting = (db: ReadDb, bodyId: string, until: IsoDate) =>
  db
    .selectFrom('cascade_copy')
    .innerJoin('cascade_template', 'cascade_template.id', 'template_id')
    .select(['cascade_copy.id as copyId', 'title', 'due_on as dueOn'])
    .where('to_body', '=', bodyId)
    .where('signed_on', 'is', null)
    .where('due_on', '<=', until)
    .orderBy('due_on')
    .orderBy('cascade_copy.id')

/** Figures that a unit which has signed is still to report or to put right, by a day. */
export const asksWaiting = (db: ReadDb, bodyId: string, until: IsoDate) =>
  db
    .selectFrom('cascade_ask')
    .innerJoin('cascade_copy', 'cascade_copy.template_id', 'cascade_ask.template_id')
    .innerJoin('cascade_template', 'cascade_template.id', 'cascade_ask.template_id')
    .leftJoin('cascade_answer', join =>
      join.onRef('cascade_answer.ask_id', '=', 'cascade_ask.id').onRef('cascade_answer.copy_id', '=', 'cascade_copy.id'),
    )
    .select(['cascade_ask.id', 'cascade_copy.id as copyId', 'title', 'cascade_ask.due_on as dueOn', 'reason'])
    .where('cascade_copy.to_body', '=', bodyId)
    .where('signed_on', 'is not', null)
    .where('locked_on', 'is', null)
    .where(eb => eb.or([eb('state', 'is', null), eb('state', '=', 'returned')]))
    .where('cascade_ask.due_on', '<=', until)
    .orderBy('cascade_ask.due_on')
    .orderBy('cascade_ask.id')

export async function findAdaptation(db: ReadDb, copyId: string) {
  const row = await db.selectFrom('cascade_adaptation').select(['lines', 'version']).where('id', '=', copyId).executeTakeFirst()
  return row ? { lines: row.lines as Adopted[], version: row.version } : null
}

const asks = (db: ReadDb) =>
  db
    .selectFrom('cascade_ask')
    .select(['id', 'template_id', 'year', 'half', 'due_on', 'asked_on', 'locked_on', 'unlocked_on', 'unlock_reason', 'version'])
type AskRow = Awaited<ReturnType<ReturnType<typeof asks>['executeTakeFirstOrThrow']>>
const toAsk = (row: AskRow) => ({
  id: row.id,
  templateId: row.template_id,
  year: row.year,
  half: row.half,
  dueOn: row.due_on,
  askedOn: row.asked_on,
  lockedOn: row.locked_on,
  /** When it was last opened again, and why. */
  unlocked: row.unlocked_on === null ? null : { on: row.unlocked_on, reason: row.unlock_reason ?? '' },
  version: row.version,
})
export type Ask = ReturnType<typeof toAsk>
export async function getAsk(db: ReadDb, id: string): Promise<Ask> {
  const row = await asks(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'ask' })
  return toAsk(row)
}
/** Held to the end of the transaction, so that no answer comes in while a half-year is being closed. */
export const lockAsk = (tx: Tx, id: string) => lockKey(tx, id)

export const asksOf = async (db: ReadDb, templateId: string): Promise<Ask[]> =>
  (await asks(db).where('template_id', '=', templateId).orderBy('year', 'desc').orderBy('half', 'desc').execute()).map(toAsk)

const answers = (db: ReadDb) =>
  db
    .selectFrom('cascade_answer')
    .select(['id', 'ask_id', 'template_id', 'copy_id', 'from_body', 'state', 'sent_on', 'reason', 'version'])
type AnswerRow = Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>
const toAnswer = (row: AnswerRow) => ({
  id: row.id,
  askId: row.ask_id,
  templateId: row.template_id,
  copyId: row.copy_id,
  bodyId: row.from_body,
  state: row.state as AnswerState,
  sentOn: row.sent_on,
  reason: row.reason,
  version: row.version,
})
export type Answer = ReturnType<typeof toAnswer>
export async function getAnswer(db: ReadDb, id: string): Promise<Answer> {
  const row = await answers(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'answer' })
  return toAnswer(row)
}
export const answersOf = async (db: ReadDb, templateId: string): Promise<Answer[]> =>
  (await answers(db).where('template_id', '=', templateId).execute()).map(toAnswer)

/** What one unit has reported, with its figures. */
export async function reportedBy(db: ReadDb, copyId: string): Promise<(Answer & { figures: Record<string, number> })[]> {
  const rows = await answers(db).select('figures').where('copy_id', '=', copyId).execute()
  return rows.map(row => ({ ...toAnswer(row), figures: row.figures as Record<string, number> }))
}

/**
 * What was reported of each clause, never what is waiting to be put right: added up over the units by half (`askId`), and over
 * the halves by unit (`bodyId`).
 */
export async function rollUp(db: ReadDb, templateId: string): Promise<Total[]> {
  const { rows } = await sql<Total>`
    SELECT ask_id AS "askId", from_body AS "bodyId", f.key, sum(f.value::numeric)::float8 AS total
    FROM cascade_answer, jsonb_each_text(figures) f
    WHERE template_id = ${templateId} AND state <> 'returned'
    GROUP BY GROUPING SETS ((ask_id, f.key), (from_body, f.key))`.execute(db)
  return rows
}
type Total = { askId: string | null; bodyId: string | null; key: string; total: number }

/** What each unit reported of one clause in each half-year. */
export async function reportedOf(db: ReadDb, templateId: string, key: string) {
  const { rows } = await sql<{ askId: string; bodyId: string; value: number }>`
    SELECT ask_id AS "askId", from_body AS "bodyId", (figures ->> ${key})::float8 AS value
    FROM cascade_answer WHERE template_id = ${templateId} AND state <> 'returned' AND figures ? ${key}`.execute(db)
  return rows
}

/** Bodies that a template can be sent to, and those that have it though they exist no more. */
export async function communes(db: ReadDb, having: readonly string[] = []) {
  const rows = await db
    .selectFrom('body')
    .select(['id', 'short_name as name'])
    .where(eb =>
      eb.or([eb.and([eb('level', '=', 'commune'), eb('valid_to', 'is', null)]), sql<boolean>`id = ANY(${[...having]}::uuid[])`]),
    )
    .execute()
  return rows.toSorted((a, b) => compareVietnamese(a.name, b.name))
}
