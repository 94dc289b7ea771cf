import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { uuid } from '../contract.ts'
import { getPlan } from '../store.ts'

/** Open items whose commitment an amendment ends before they are due: to be moved to what takes its place, or dropped. */
export const endedItems = query({
  name: 'plans.ended-items',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ planId: uuid }),
  run: async ({ db }, { planId }) => {
    const { year, programmeId } = await getPlan(db, planId)
    const rows = await db
      .selectFrom('plan_item')
      .innerJoin('commitment', 'commitment.id', 'plan_item.commitment_id')
      .innerJoin('amendment', 'amendment.id', 'commitment.ended_by')
      .select(['plan_item.id', 'plan_item.position', 'plan_item.title', 'commitment.valid_to'])
      .select(['amendment.id as amendment', 'amendment.number'])
      .where('plan_item.plan_id', '=', planId)
      .where('closed_at', 'is', null)
      .where('dropped_reason', 'is', null)
      .where(sql<boolean>`commitment.valid_to < coalesce(plan_item.due_on, make_date(${year}::int, 12, 31))`)
      .orderBy('plan_item.position')
      .execute()
    return {
      items: rows.map(({ id, position, title, valid_to, amendment, number }) => ({
        id,
        position,
        title,
        endsOn: valid_to,
        number,
        address: `/chuong-trinh/${programmeId}/dieu-chinh/${amendment}`,
      })),
    }
  },
})
