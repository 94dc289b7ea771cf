import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'

const TOPICS: readonly string[] = ['supervision', 'inspection', 'survey']

const isServed = ({ topics }: { topics: string[] }): boolean => topics.some(topic => TOPICS.includes(topic))

/** What the form of a plan opens with: the works of the register, and the clauses that supervision serves. */
export const choices = query({
  name: 'supervision.choices',
  permission: { roles: workers, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const constructions = await db
      .selectFrom('construction')
      .innerJoin('place', 'place.id', 'commune_id')
      .select(['construction.id', 'construction.name', 'place.name as commune'])
      .where('construction.body_id', '=', own)
      .orderBy(sql`construction.name COLLATE "vi-x-icu"`)
      .execute()
    const programmes = await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('title').execute()
    const clauses = await db
      .selectFrom('commitment')
      .select(['programme_id', 'clause_path', 'text', 'topics'])
      .orderBy('position')
      .execute()
    const items = await db
      .selectFrom('plan_item')
      .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
      .innerJoin('commitment', 'commitment.id', 'plan_item.commitment_id')
      .select(['plan_item.id', 'plan_item.programme_id', 'plan_item.title', 'plan_item.clause_path', 'plan_item.position'])
      .select(['plan.year', 'topics'])
      .where('dropped_reason', 'is', null)
      .where('plan.state', '<>', 'private')
      .orderBy('plan.year', 'desc')
      .orderBy('plan_item.position')
      .execute()
    return {
      today,
      constructions,
      programmes,
      items: items.filter(isServed).map(({ id, programme_id: programmeId, clause_path: path, title, position, year }) => ({
        id,
        programmeId,
        path,
        title,
        position,
        year,
      })),
      clauses: clauses.filter(isServed).map(row => ({ programmeId: row.programme_id, path: row.clause_path, text: row.text })),
    }
  },
})
