import type { HoldingSource } from '../../../engine/feature.ts'
import { FORMS, type FormKey } from './forms.ts'

/** Rounds of the own side that have a next step; nobody who is put forward is named here. */
export const commendationHoldings: HoldingSource = {
  kind: 'commendation',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('commendation')
      .select(['id', 'occasion', 'form', 'due_on', 'created_by'])
      .where('body_id', '=', acting.bodyId)
      .where('due_on', 'is not', null)
      .orderBy('due_on')
      .execute()
    return rows.map(row => ({
      kind: 'commendation',
      id: row.id,
      title: row.occasion,
      context: FORMS[row.form as FormKey].name,
      address: `/thi-dua/${row.id}`,
      dueOn: row.due_on,
      accountId: row.created_by,
    }))
  },
}
