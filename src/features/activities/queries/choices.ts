import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'
import { proposedKind } from '../contract.ts'

/** What an activity can be recorded under: the items of every plan of the own programmes, each with the kind that its commitment proposes. */
export const choices = query({
  name: 'activities.choices',
  permission: { roles: workers, reach: 'party' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const programmes = await db.selectFrom('programme').select(['id', 'title', 'number', 'period_from', 'period_to']).execute()
    const rows = await db
      .selectFrom('plan_item')
      .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
      .leftJoin('commitment', 'commitment.id', 'plan_item.commitment_id')
      .select([
        'plan_item.id',
        'plan_item.programme_id',
        'plan_item.title',
        'plan_item.position',
        'plan_item.clause_path',
        'plan.year',
      ])
      .select(['plan_item.lead_bodies', 'timing', 'due_on', 'occasion', 'target_unit', 'commitment.topics', 'commitment.text'])
      .where('dropped_reason', 'is', null)
      .where('plan.state', '<>', 'private')
      .orderBy('plan.year', 'desc')
      .orderBy('plan_item.position')
      .execute()
    const body = typeof acting === 'string' ? '' : acting.bodyId
    return {
      today,
      programmes: programmes.map(({ id, title, number, period_from: from, period_to: to }) => ({ id, title, number, from, to })),
      items: rows.map(row => ({
        id: row.id,
        programmeId: row.programme_id,
        title: row.title,
        position: row.position,
        clausePath: row.clause_path,
        year: row.year,
        timing: row.timing,
        dueOn: row.due_on,
        occasion: row.occasion,
        targetUnit: row.target_unit,
        kind: proposedKind(row.topics ?? [], row.text ?? row.title),
        ours: row.lead_bodies.includes(body),
      })),
    }
  },
})
