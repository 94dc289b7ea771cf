import type { HoldingSource } from '../../engine/feature.ts'
import { lowered } from '../../kernel/vietnamese.ts'
import { submissionHoldings } from '../programmes/index.ts'
import { listPackages } from './store.ts'

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
      title: `Thông tin ${lowered(row.label)}`,
      context: '',
      address: `/trao-doi/${row.id}`,
      dueOn: row.due_on,
      accountId: row.created_by,
    }))
  },
}

export const packageSubmissions = submissionHoldings('package', async ({ db }) => {
  const found = await listPackages(db)
  return new Map(found.map(({ id, label }) => [id, { title: `Thông tin ${lowered(label)}`, address: `/trao-doi/${id}` }]))
})

/** Requests of the own side that are not answered. */
export const requestHoldings: HoldingSource = {
  kind: 'request',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('exchange_request')
      .innerJoin('programme', 'programme.id', 'exchange_request.programme_id')
      .select(['exchange_request.id', 'to_name', 'due_on', 'exchange_request.created_by', 'programme.title', 'programme.number'])
      .where('from_body', '=', acting.bodyId)
      .where('removed_at', 'is', null)
      .where('state', '<>', 'answered')
      .orderBy('due_on')
      .execute()
    return rows.map(row => ({
      kind: 'request',
      id: row.id,
      title: `Đề nghị ${row.to_name}`,
      context: row.number ?? row.title,
      address: `/trao-doi/de-nghi/${row.id}`,
      dueOn: row.due_on,
      accountId: row.created_by,
    }))
  },
}
