import { sql } from 'kysely'
import type { HoldingSource } from '../../engine/feature.ts'
import { handOver } from './commands/hand-over.ts'
import { fieldNames } from './fields.ts'

/**
 * Open petitions of the own side by their handler. Whoever no longer serves the unit that a petition lies with cannot read it:
 * it waits for another. It is handed on from within that unit, or by who leads the body as a whole.
 */
export const petitionHoldings: HoldingSource = {
  kind: 'petition',
  command: handOver,
  alone: true,
  find: async ({ db, acting, today }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('petition')
      .innerJoin('place', 'place.id', 'petition.commune_id')
      .select(['petition.id', 'subject', 'field', 'due_on', 'handler', 'place.name'])
      .select(sql<boolean>`petition.unit_id IS NULL OR petition.unit_id IN (SELECT my_handling_units())`.as('handling'))
      .select(
        sql<boolean>`petition.unit_id IS NOT NULL AND NOT EXISTS (SELECT FROM post p WHERE p.account_id = petition.handler
          AND (p.unit_id = petition.unit_id OR p.unit_id IS NULL)
          AND coalesce(p.from_on <= ${today}, true) AND coalesce(p.to_on >= ${today}, true))`.as('over'),
      )
      .where('petition.body_id', '=', acting.bodyId)
      .where('due_on', 'is not', null)
      .orderBy('due_on')
      .execute()
    const names = await fieldNames(db)
    return rows.map(({ id, subject, field, name, due_on, handler, handling, over }) => ({
      kind: 'petition',
      id,
      title: subject,
      context: [names.get(field), name].filter(Boolean).join(' · '),
      address: `/kien-nghi/${id}`,
      dueOn: due_on,
      accountId: handler,
      over,
      elsewhere: !handling,
    }))
  },
}
