import { sql } from 'kysely'
import { z } from 'zod'
import { everyWord } from '../../../engine/db/by-words.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { MOVEMENT_KINDS, type MovementKind } from '../contract.ts'
import { nextReport, standingOf, WORK } from '../rules.ts'

const filters = {
  /** 'own': carried by the own body; 'shared': shown to it by the other parties of its programmes; both where absent. */
  scope: z.enum(['own', 'shared']).optional(),
  sort: z.enum(MOVEMENT_KINDS).optional(),
  standing: z.enum(['open', 'overdue']).optional(),
  programmeId: uuid.optional(),
  clausePath: z.string().max(300).optional(),
  /** Those on which this activity hangs. */
  activityId: uuid.optional(),
  words: z.string().max(200).optional(),
}
type Filters = z.output<z.ZodObject<typeof filters>>

/** Campaigns, movements, twinnings and models by filters, the latest first. */
export const list = query({
  name: 'movements.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ ...filters, offset: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(200) }),
  run: async ({ db, acting, today }, { offset, limit, ...wanted }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const rows = await filtered(db, wanted, own)
      .innerJoin('body', 'body.id', 'movement.body_id')
      .leftJoin('place', 'place.id', 'movement.place_id')
      .select(['movement.id', 'movement.kind', 'title', 'keeper', 'starts_on', 'ends_on', 'ended_on', 'recognised_date'])
      .select(['body.short_name', 'place.name as place', 'shared_at', 'movement.body_id'])
      .select(
        sql<number[]>`ARRAY(SELECT year FROM movement_year y WHERE y.movement_id = movement.id AND y.reported_on IS NOT NULL)`.as(
          'reported',
        ),
      )
      .select(
        sql<number>`(SELECT count(DISTINCT a.id)::int FROM movement_activity l
        JOIN activity a ON a.id = standing_activity(l.activity_id) WHERE l.movement_id = movement.id AND a.removed_at IS NULL)`.as(
          'activities',
        ),
      )
      .orderBy('starts_on', 'desc')
      .orderBy('movement.id', 'desc')
      .execute()
    const movements = rows.map(row => {
      const held = { startsOn: row.starts_on, endsOn: row.ends_on, endedOn: row.ended_on }
      const { reported, activities, title, keeper, id } = row
      return {
        ...held,
        id,
        title,
        keeper,
        activities,
        kind: row.kind as MovementKind,
        place: row.place ?? '',
        standing: standingOf({ endedOn: row.ended_on, recognised: row.recognised_date !== null }),
        lastYear: reported.length > 0 ? Math.max(...reported) : null,
        due: row.body_id === own ? nextReport(held, reported, today) : null,
        shared: row.shared_at !== null,
        owner: row.short_name,
      }
    })
    const kept = movements.filter(one => wanted.standing !== 'overdue' || (one.due !== null && one.due.dueOn < today))
    return {
      today,
      movements: kept.slice(offset, offset + limit),
      total: kept.length,
      can: { register: whyNotPermitted(WORK, acting) === null },
    }
  },
})

function filtered(
  db: ReadDb,
  { scope, sort, standing, programmeId, clausePath, activityId, words }: Filters,
  own: string | null,
) {
  let rows = db.selectFrom('movement').where('movement.removed_at', 'is', null)
  if (scope) rows = rows.where('movement.body_id', scope === 'own' ? '=' : '<>', own)
  if (sort) rows = rows.where('movement.kind', '=', sort)
  if (standing) rows = rows.where('ended_on', 'is', null)
  if (programmeId) rows = rows.where('programme_id', '=', programmeId)
  if (clausePath) rows = rows.where('clause_path', '=', clausePath)
  if (activityId)
    rows = rows.where('movement.id', 'in', hung =>
      hung
        .selectFrom('movement_activity')
        .select('movement_id')
        .where(sql<boolean>`activity_id IN (SELECT one FROM records_of(${activityId}) one)`),
    )
  const typed = everyWord(words)
  if (typed) rows = rows.where(sql<boolean>`movement.words @@ to_tsquery('simple', ${typed})`)
  return rows
}
