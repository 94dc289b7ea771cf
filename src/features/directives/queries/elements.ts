import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { CYCLES, keyOf } from '../../programmes/index.ts'

/** How many items, works and supervisions the reader sees under each element of each cycle, where there are some. */
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
    const supervisions = await db.selectFrom('supervision').select('element').where('element', 'is not', null).execute()
    const count = (rows: readonly { element: string | null }[], key: string) => rows.filter(row => row.element === key).length
    return {
      today,
      counts: CYCLES.flatMap(cycle => cycle.elements.map(element => keyOf(cycle, element)))
        .map(key => ({ key, items: count(items, key), works: count(works, key), supervisions: count(supervisions, key) }))
        .filter(one => one.items + one.works + one.supervisions > 0),
    }
  },
})
