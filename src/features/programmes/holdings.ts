import { sql } from 'kysely'
import type { HoldingSource } from '../../engine/feature.ts'

/** Readings that wait for their review. */
export const draftHoldings: HoldingSource = {
  kind: 'import',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('import_draft')
      .select(['id', 'file_name', 'created_by', sql<string | null>`reading ->> 'title'`.as('title')])
      .where('owner_body', '=', acting.bodyId)
      .where('state', 'in', ['reading', 'read'])
      .execute()
    return rows.map(row => ({
      kind: 'import',
      id: row.id,
      title: row.title || (row.file_name ?? ''),
      context: row.file_name ?? '',
      address: `/chuong-trinh/nhap/${row.id}`,
      dueOn: null,
      accountId: row.created_by,
    }))
  },
}
