import { sql } from 'kysely'
import type { Searchable } from '../../engine/feature.ts'

/** Plan items by the words of their title. */
export const itemSearch: Searchable = {
  kind: 'plan-item',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('plan_item')
      .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
      .innerJoin('programme', 'programme.id', 'plan_item.programme_id')
      .select([
        'plan_item.id',
        'plan_item.title',
        'plan_item.plan_id',
        'plan_item.position',
        'plan.year',
        'programme.title as programme_title',
        'programme.number',
      ])
      .select(sql<number>`ts_rank(plan_item.words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`plan_item.words @@ ${tsquery}`)
      .orderBy('rank', 'desc')
      .orderBy('plan.year', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'plan-item',
      id: row.id,
      title: row.title,
      context: `Kế hoạch ${row.year}, mục ${row.position} · ${row.number ?? row.programme_title}`,
      address: `/ke-hoach/${row.plan_id}#${row.id}`,
      rank: row.rank,
    }))
  },
}
