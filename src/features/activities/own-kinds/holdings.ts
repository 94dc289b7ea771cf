import type { HoldingSource } from '../../../engine/feature.ts'

/** Kinds of work that the own side has written down and that are not answered yet. */
export const kindHoldings: HoldingSource = {
  kind: 'own-kind',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('own_kind')
      .innerJoin('programme', 'programme.id', 'own_kind.programme_id')
      .select(['own_kind.id', 'own_kind.title', 'created_by', 'programme.title as programme', 'programme.number'])
      .where('by_body', '=', acting.bodyId)
      .where('state', 'in', ['own', 'proposed'])
      .execute()
    return rows.map(row => ({
      kind: 'own-kind',
      id: row.id,
      title: `Đề xuất loại việc ${row.title}`,
      context: row.number ?? row.programme,
      address: '/hoat-dong/loai-viec',
      dueOn: null,
      accountId: row.created_by,
    }))
  },
}
