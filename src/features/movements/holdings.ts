import type { HoldingSource } from '../../engine/feature.ts'
import type { MovementKind } from './contract.ts'
import { KIND_NAMES } from './words.ts'

/** What of the own side goes on: somebody has to report its years. */
export const movementHoldings: HoldingSource = {
  kind: 'movement',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('movement')
      .select(['id', 'title', 'kind', 'created_by'])
      .where('body_id', '=', acting.bodyId)
      .where('ended_on', 'is', null)
      .where('removed_at', 'is', null)
      .orderBy('starts_on')
      .execute()
    return rows.map(row => ({
      kind: 'movement',
      id: row.id,
      title: row.title,
      context: KIND_NAMES[row.kind as MovementKind],
      address: `/hoat-dong/phong-trao/${row.id}`,
      dueOn: null,
      accountId: row.created_by,
    }))
  },
}
