import { sql } from 'kysely'
import { z } from 'zod'
import { everyWord } from '../../engine/db/by-words.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import type { QueryContext } from '../../engine/query.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { findElement, keysWithin } from '../programmes/index.ts'
import { FORMS, type StepKind, SUPERVISION_STATES, type SupervisionForm, type SupervisionState, uuid } from './contract.ts'
import { nextStep } from './rules.ts'

export const listFilters = {
  /** 'own': carried by the own body; 'shared': shown to it by the other parties of its programmes. */
  scope: z.enum(['own', 'shared']).default('own'),
  stage: z.enum(SUPERVISION_STATES).optional(),
  standing: z.enum(['open', 'overdue']).optional(),
  form: z.enum(FORMS).optional(),
  communeId: uuid.optional(),
  constructionId: uuid.optional(),
  programmeId: uuid.optional(),
  /** Whose days lie in this year. */
  year: z.int().min(2000).max(2100).optional(),
  /** Of a work that was visited in this year, as the coverage of communes counts them. */
  visitedIn: z.int().min(2000).max(2100).optional(),
  /** Of a project that was held in this year: visited, or gone through on paper. */
  projectsIn: z.int().min(2000).max(2100).optional(),
  /** Of a project of the catalogue or one of its parts. */
  element: z.string().min(1).max(40).optional(),
  words: z.string().max(200).optional(),
}
export type ListFilters = z.output<z.ZodObject<typeof listFilters>>

/** Supervisions that the filters let through, as the asker sees them. */
export function supervisionsThrough({ db, acting, today }: QueryContext, wanted: ListFilters) {
  const { scope, stage, standing, form, communeId, constructionId, programmeId, year, visitedIn, projectsIn, element, words } =
    wanted
  const own = typeof acting === 'string' ? null : acting.bodyId
  let rows = db.selectFrom('supervision')
  rows =
    scope === 'own'
      ? rows.where('supervision.body_id', '=', own)
      : rows.where('shared_at', 'is not', null).where('supervision.body_id', '<>', own)
  if (stage) rows = rows.where('state', '=', stage)
  if (standing) rows = rows.where('state', '<>', 'closed')
  if (standing === 'overdue') rows = rows.where('due_on', '<', today)
  if (form) rows = rows.where('form', '=', form)
  if (communeId) rows = rows.where('commune_id', '=', communeId)
  if (constructionId) rows = rows.where('construction_id', '=', constructionId)
  if (programmeId) rows = rows.where('programme_id', '=', programmeId)
  if (year) rows = rows.where('starts_on', '<=', `${year}-12-31`).where('ends_on', '>=', `${year}-01-01`)
  if (visitedIn) rows = rows.where('construction_id', 'is not', null).where(heldIn(visitedIn, ['visit']))
  if (projectsIn) rows = rows.where('object_kind', '=', 'project').where(heldIn(projectsIn, ['visit', 'conclude']))
  if (element) rows = rows.where('element', 'in', withinElement(element))
  const typed = everyWord(words)
  if (typed) rows = rows.where(sql<boolean>`supervision.words @@ to_tsquery('simple', ${typed})`)
  return rows
}

/** An element with its parts; a key that no cycle has stands alone, and nothing with it. */
function withinElement(key: string): string[] {
  const found = findElement(key)
  return found ? keysWithin(found) : [key]
}

/** Whether a step of one of the kinds was taken in a year. */
const heldIn = (year: number, kinds: readonly StepKind[]) =>
  sql<boolean>`EXISTS (SELECT FROM supervision_step s WHERE s.supervision_id = supervision.id AND s.kind = ANY (${kinds})
    AND s.taken_back_at IS NULL AND s.day BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`})`

export type SupervisionLine = ReturnType<typeof toLine>

/** The lines of the list, the latest first: a page of them, or all. */
export async function supervisionLines(
  context: QueryContext,
  wanted: ListFilters,
  page?: { offset: number; limit: number },
): Promise<SupervisionLine[]> {
  const rows = supervisionsThrough(context, wanted)
    .innerJoin('body', 'body.id', 'supervision.body_id')
    .leftJoin('place', 'place.id', 'supervision.commune_id')
    .select(['supervision.id', 'title', 'object', 'form', 'state', 'starts_on', 'ends_on', 'due_on', 'shared_at'])
    .select(['body.short_name', 'place.name as commune'])
    .select(
      sql<number>`(SELECT count(*)::int FROM finding f WHERE f.supervision_id = supervision.id AND f.removed_at IS NULL)`.as(
        'found',
      ),
    )
    .select(
      sql<number>`(SELECT count(*)::int FROM finding f WHERE f.supervision_id = supervision.id AND f.removed_at IS NULL AND f.recommendation <> '')`.as(
        'asked',
      ),
    )
    .orderBy('starts_on', 'desc')
    .orderBy('supervision.id', 'desc')
  const found = await (page ? rows.offset(page.offset).limit(page.limit) : rows).execute()
  return found.map(toLine)
}

type Row = {
  id: string
  title: string
  object: string
  form: string
  state: string
  starts_on: IsoDate
  ends_on: IsoDate
  due_on: IsoDate | null
  shared_at: Date | null
  short_name: string
  commune: string | null
  found: number
  asked: number
}

function toLine(row: Row) {
  const [state, form] = [row.state as SupervisionState, row.form as SupervisionForm]
  return {
    id: row.id,
    title: row.title,
    object: row.object,
    form,
    state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    dueOn: row.due_on,
    commune: row.commune ?? '',
    found: row.found,
    asked: row.asked,
    next: nextStep({ state, form, asked: row.asked }),
    shared: row.shared_at !== null,
    owner: row.short_name,
  }
}

/** Every work of the own body with how often it was supervised, in the order of the dictionary. */
export function constructionLines(db: ReadDb, own: string | null) {
  return db
    .selectFrom('construction')
    .innerJoin('place', 'place.id', 'commune_id')
    .leftJoin('place as village', 'village.id', 'village_id')
    .selectAll('construction')
    .select(['place.name as commune', 'village.name as village'])
    .select(sql<number>`(SELECT count(*)::int FROM supervision s WHERE s.construction_id = construction.id)`.as('supervised'))
    .where('construction.body_id', '=', own)
    .orderBy(sql`construction.name COLLATE "vi-x-icu"`)
}
