import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { citeElement, findElement } from '../../programmes/index.ts'

/** Which elements of the target programme the items of a plan serve. */
export const planElements = query({
  name: 'directives.plan-elements',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ planId: uuid }),
  run: async ({ db }, { planId }) => {
    const rows = await db
      .selectFrom('element_item')
      .innerJoin('plan_item', 'plan_item.id', 'item_id')
      .select(['item_id', 'element'])
      .where('plan_id', '=', planId)
      .orderBy('element')
      .execute()
    return {
      links: rows.flatMap(({ item_id, element }) => {
        const found = findElement(element)
        return found ? [{ itemId: item_id, element, name: `${citeElement(found)} (${found.cycle.id})` }] : []
      }),
    }
  },
})
