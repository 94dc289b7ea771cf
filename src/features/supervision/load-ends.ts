import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { type End, type EndingStep, endAfter, OPEN } from './ends.ts'

/** Where each finding stands that steps up to a day have told of, by its id. */
export async function endsOf(db: ReadDb, supervisionIds: readonly string[], to?: IsoDate): Promise<Map<string, End>> {
  const asked = db
    .selectFrom('step_finding')
    .innerJoin('supervision_step', 'supervision_step.id', 'step_id')
    .select(['finding_id', 'kind', 'outcome', 'day'])
    .where(sql<boolean>`step_finding.supervision_id = ANY (${supervisionIds}::uuid[])`)
    .where('taken_back_at', 'is', null)
  const rows = await (to ? asked.where('day', '<=', to) : asked)
    .orderBy('supervision_step.created_at')
    .orderBy('supervision_step.id')
    .execute()
  const ends = new Map<string, End>()
  for (const { finding_id: id, ...step } of rows) ends.set(id, endAfter(ends.get(id) ?? OPEN, step as EndingStep))
  return ends
}

/** The ends of the findings of one supervision that asked for something, those of which nothing was said yet with them. */
export async function askedEnds(db: ReadDb, supervisionId: string): Promise<Map<string, End>> {
  const ends = await endsOf(db, [supervisionId])
  const asked = await db
    .selectFrom('finding')
    .select('id')
    .where('supervision_id', '=', supervisionId)
    .where('removed_at', 'is', null)
    .where('recommendation', '<>', '')
    .execute()
  return new Map(asked.map(({ id }) => [id, ends.get(id) ?? OPEN]))
}
