import { sql } from 'kysely'
import type { QueryContext } from '../../engine/query.ts'
import type { SupervisionState } from './contract.ts'
import { type ListFilters, supervisionsThrough } from './lines.ts'
import { endsOf } from './load-ends.ts'

/**
 * The book of recommendations (sổ theo dõi kiến nghị sau giám sát) of the supervisions that the filters let through: each with the letter
 * that carried it, the answer, what was done about it, and whether somebody saw it. Where a step was taken more than once the last one stands.
 */
export async function recommendationsThrough(context: QueryContext, wanted: ListFilters) {
  const { db } = context
  const rows = await supervisionsThrough(context, wanted)
    .innerJoin('finding', 'finding.supervision_id', 'supervision.id')
    .leftJoin('place', 'place.id', 'supervision.commune_id')
    .select(['supervision.id', 'title', 'object', 'state', 'place.name as commune'])
    .select(['finding.id as findingId', 'finding.text', 'recommendation'])
    .where('finding.removed_at', 'is', null)
    .where('recommendation', '<>', '')
    .orderBy('starts_on', 'desc')
    .orderBy('supervision.id', 'desc')
    .orderBy('seen_on')
    .orderBy('finding.created_at')
    .execute()
  const ids = [...new Set(rows.map(row => row.id))]
  const ends = await endsOf(db, ids)
  const steps = await db
    .selectFrom('supervision_step')
    .select(['supervision_id', 'kind', 'day', 'addressee', 'paper_number', 'paper_date', 'summary', 'due_on'])
    .where(sql<boolean>`supervision_id = ANY (${ids}::uuid[])`)
    .where('kind', 'in', ['send', 'answer'])
    .where('taken_back_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const stepsOf = Map.groupBy(steps, one => one.supervision_id)
  return rows.map(({ id, findingId, state, commune, ...row }) => {
    const last = (kind: string) => stepsOf.get(id)?.findLast(one => one.kind === kind)
    const [sent, answer, end] = [last('send'), last('answer'), ends.get(findingId)]
    return {
      ...row,
      commune: commune ?? '',
      state: state as SupervisionState,
      sent: sent ? { to: sent.addressee ?? '', number: sent.paper_number ?? '', on: sent.day, dueOn: sent.due_on } : null,
      answer: answer ? { number: answer.paper_number ?? '', on: answer.day, said: answer.summary } : null,
      outcome: end?.outcome ?? null,
      seen: end?.seen ?? null,
    }
  })
}
