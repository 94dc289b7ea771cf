import { sql } from 'kysely'
import { z } from 'zod'
import { everyWord } from '../../../engine/db/by-words.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { FORMS, SUPERVISION_STATES, type SupervisionForm, type SupervisionState, uuid } from '../contract.ts'
import { nextStep, WORK } from '../rules.ts'

const filters = {
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
  words: z.string().max(200).optional(),
}
type Filters = z.output<z.ZodObject<typeof filters>>

/** Supervisions by filters, the latest first, with how many the filters let through. */
export const list = query({
  name: 'supervision.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ ...filters, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200) }),
  run: async ({ db, acting, today }, { offset, limit, ...wanted }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const rows = await filtered(db, wanted, own, today)
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
      .offset(offset)
      .limit(limit)
      .execute()
    const { total } = await filtered(db, wanted, own, today)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    return { today, supervisions: rows.map(toLine), total, can: { plan: whyNotPermitted(WORK, acting) === null } }
  },
})

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

function filtered(db: ReadDb, wanted: Filters, own: string | null, today: IsoDate) {
  const { scope, stage, standing, form, communeId, constructionId, programmeId, year, words } = wanted
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
  const typed = everyWord(words)
  if (typed) rows = rows.where(sql<boolean>`supervision.words @@ to_tsquery('simple', ${typed})`)
  return rows
}
