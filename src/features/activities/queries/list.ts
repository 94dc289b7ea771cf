import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { everyWord, pageByWords } from '../../../engine/db/by-words.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { isoDate, uuid } from '../contract.ts'
import { WORK } from '../rules.ts'

export const listFilters = {
  programmeId: uuid.optional(),
  itemId: uuid.optional(),
  clausePath: z.string().max(300).optional(),
  bodyId: uuid.optional(),
  kind: z.string().max(40).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  placeId: uuid.optional(),
  /** Of kinds that are answered, what has no answer yet. */
  answer: z.literal('none').optional(),
  words: z.string().max(200).optional(),
}
type Filters = z.output<z.ZodObject<typeof listFilters>>

/** Activities by filters, the latest first, with the totals of everything that the filters let through where they are asked for. */
export const list = query({
  name: 'activities.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({
    ...listFilters,
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(2000).default(200),
    /** Adding up tens of thousands takes longer than the first lines, which need not wait for it. */
    totals: z.boolean().default(true),
  }),
  run: async ({ db, acting }, { offset, limit, totals, ...wanted }) => {
    const rows = await linesOf(db, wanted, { offset, limit })
    return {
      activities: rows.map(row => ({
        id: row.id,
        kind: row.kind,
        title: row.title,
        heldOn: row.held_on,
        heldTo: row.held_to,
        place: row.place,
        count: row.count === null ? null : { value: row.count, unit: row.count_unit! },
        reach: row.reach === null ? null : { value: row.reach, unit: row.reach_unit! },
        money: row.money,
        files: row.files,
        awaitsAnswer: row.awaits_answer,
        clausePath: row.clause_path,
        programme: { id: row.programme_id, title: row.programme },
        owner: { bodyId: row.owner_body, shortName: row.short_name },
      })),
      totals: totals ? await totalsOf(db, wanted) : null,
      can: { record: typeof acting !== 'string' && acting.roles.some(role => WORK.roles.includes(role)) },
    }
  },
})

type Page = { offset: number; limit: number }

async function linesOf(db: ReadDb, wanted: Filters, page: Page) {
  const { words, ...others } = wanted
  const typed = everyWord(words)
  if (typed === null) return pageOf(filtered(db, others), page)
  return pageByWords(page, latest => {
    if (latest === null) return pageOf(filtered(db, wanted), page)
    const among = filtered(db, others).select(['activity.id', 'words']).orderBy('held_on', 'desc').orderBy('activity.id', 'desc')
    const found = sql`SELECT id FROM (${among.limit(latest)}) latest WHERE words @@ to_tsquery('simple', ${typed})`
    return pageOf(filtered(db, others).where(isOneOf(found)), page)
  })
}

const pageOf = (found: ReturnType<typeof filtered>, { offset, limit }: Page) =>
  found
    .innerJoin('body', 'body.id', 'activity.owner_body')
    .innerJoin('programme', 'programme.id', 'activity.programme_id')
    .select([
      'activity.id',
      'activity.kind',
      'activity.title',
      'held_on',
      'held_to',
      'activity.place',
      'count',
      'count_unit',
      'awaits_answer',
    ])
    .select([
      'reach',
      'reach_unit',
      'money',
      'activity.programme_id',
      'owner_body',
      'body.short_name',
      'programme.title as programme',
    ])
    .select(
      sql<number>`(SELECT count(*)::int FROM file WHERE subject_kind = 'activity' AND subject_id = activity.id AND removed_at IS NULL)`.as(
        'files',
      ),
    )
    .select(
      sql<string | null>`(SELECT i.clause_path FROM activity_item ai JOIN plan_item i ON i.id = ai.item_id
        WHERE ai.activity_id = activity.id ORDER BY i.position LIMIT 1)`.as('clause_path'),
    )
    .orderBy('held_on', 'desc')
    .orderBy('activity.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()

/** Read as one list of ids: what the policies of a table ask does not let the index be used by a join to a condition's own rows. */
const isOneOf = (ids: RawBuilder<unknown>) => sql<boolean>`activity.id = ANY (ARRAY(${ids}))`

function filtered(db: ReadDb, wanted: Filters) {
  let rows = db.selectFrom('activity').where('activity.removed_at', 'is', null)
  const { programmeId, itemId, clausePath, bodyId, kind, from, to, placeId, answer } = wanted
  if (programmeId) rows = rows.where('activity.programme_id', '=', programmeId)
  if (bodyId) rows = rows.where('owner_body', '=', bodyId)
  if (answer) rows = rows.where('awaits_answer', '=', true)
  if (kind) rows = rows.where('activity.kind', '=', kind)
  if (from) rows = rows.where('held_on', '>=', from)
  if (to) rows = rows.where('held_on', '<=', to)
  if (itemId) rows = rows.where(isOneOf(sql`SELECT activity_id FROM activity_item WHERE item_id = ${itemId}`))
  // A commune is where its villages are.
  if (placeId)
    rows = rows.where(
      isOneOf(sql`SELECT activity_id FROM activity_place
        WHERE place_id IN (SELECT id FROM place WHERE id = ${placeId} OR parent_id = ${placeId})`),
    )
  if (clausePath)
    rows = rows.where(
      isOneOf(
        sql`SELECT activity_id FROM activity_item l JOIN plan_item i ON i.id = l.item_id WHERE i.clause_path = ${clausePath}`,
      ),
    )
  const typed = everyWord(wanted.words)
  if (typed) rows = rows.where(isOneOf(sql`SELECT activities_with(${typed})`))
  return rows
}

/** How many, what they count up to by unit, and the money: of all that the filters let through, looked at once. */
async function totalsOf(db: ReadDb, wanted: Filters) {
  const rows = await filtered(db, wanted)
    .select(['count_unit', 'reach_unit'])
    .select(({ fn }) => [fn.countAll<number>().as('activities'), fn.sum<number | null>('money').as('money')])
    .select(({ fn }) => [fn.sum<number | null>('count').as('count'), fn.sum<number | null>('reach').as('reach')])
    .groupBy(['count_unit', 'reach_unit'])
    .execute()
  const units = new Map<string, number>()
  const add = (unit: string | null, value: number | null) =>
    unit !== null && units.set(unit, (units.get(unit) ?? 0) + (value ?? 0))
  for (const row of rows) {
    add(row.count_unit, row.count)
    add(row.reach_unit, row.reach)
  }
  return {
    activities: rows.reduce((sum, row) => sum + row.activities, 0),
    money: rows.reduce((sum, row) => sum + (row.money ?? 0), 0),
    units: [...units].map(([unit, value]) => ({ unit, value })).toSorted((a, b) => b.value - a.value),
  }
}
