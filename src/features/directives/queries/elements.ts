import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { CYCLES, keyOf } from '../target-programme.ts'

/** How many items and works the reader sees under each element of each cycle, where there are some. */
export const elements = query({
  name: 'directives.elements',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({}),
  run: async ({ db, today }) => {
    const items = await db
      .selectFrom('element_item')
      .innerJoin('plan_item', 'plan_item.id', 'item_id')
      .select('element')
      .where('dropped_reason', 'is', null)
      .execute()
    const works = await db.selectFrom('element_construction').select('element').execute()
    const count = (rows: readonly { element: string }[], key: string) => rows.filter(row => row.element === key).length
    return {
      today,
      counts: CYCLES.flatMap(cycle => cycle.elements.map(element => keyOf(cycle, element)))
        .map(key => ({ key, items: count(items, key), works: count(works, key) }))
        .filter(one => one.items + one.works > 0),
    }
  },
})
