import { sql } from 'kysely'
import { z } from 'zod'
import { everyWord, pageByWords } from '../../../engine/db/by-words.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { countPairOf } from '../count-pair.ts'
import { type Filters, filtered, isOneOf, listFilters } from '../filtered.ts'
import { WORK } from '../rules.ts'
import { totalsOf } from '../totals.ts'

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
        ...countPairOf(row),
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
