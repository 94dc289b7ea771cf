import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { everyWord } from '../../engine/db/by-words.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import { isoDate, uuid } from './contract.ts'

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
export type Filters = z.output<z.ZodObject<typeof listFilters>>

/** Read as one list of ids: what the policies of a table ask does not let the index be used by a join to a condition's own rows. */
export const isOneOf = (ids: RawBuilder<unknown>) => sql<boolean>`activity.id = ANY (ARRAY(${ids}))`

export function filtered(db: ReadDb, wanted: Filters) {
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
