import type { HoldingSource } from '../../engine/feature.ts'
import { inSentence } from './words.ts'

/** Packages in preparation, and those that were sent and wait for their receipt. */
export const packageHoldings: HoldingSource = {
  kind: 'package',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('exchange_package')
      .select(['id', 'label', 'due_on', 'state', 'created_by'])
      .where('from_body', '=', acting.bodyId)
      .where('state', 'in', ['draft', 'sent'])
      .orderBy('due_on')
      .execute()
    return rows.map(row => ({
      kind: 'package',
      id: row.id,
      title: `Thông tin ${inSentence(row.label)}`,
      context: '',
      address: `/trao-doi/${row.id}`,
      dueOn: row.due_on,
      accountId: row.created_by,
    }))
  },
}
