import type { HoldingSource } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'

/** Conclusions that the own side carries out and has given to somebody, as long as they are open. */
export const conclusionHoldings: HoldingSource = {
  kind: 'conclusion',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('conclusion')
      .innerJoin('responsibility', 'responsibility.subject_id', 'conclusion.id')
      .innerJoin('meeting', 'meeting.id', 'conclusion.meeting_id')
      .select(['conclusion.id', 'meeting_id', 'text', 'due_on', 'held_on'])
      .where('responsibility.subject_kind', '=', 'conclusion')
      .where('responsibility.body_id', '=', acting.bodyId)
      .where('conclusion.lead_body', '=', acting.bodyId)
      .where('conclusion.state', '<>', 'done')
      .orderBy('due_on')
      .execute()
    return rows.map(row => ({
      kind: 'conclusion',
      id: row.id,
      title: row.text,
      context: `Kết luận cuộc họp ngày ${printDate(row.held_on)}`,
      address: `/cuoc-hop/${row.meeting_id}#${row.id}`,
      dueOn: row.due_on,
      accountId: null,
    }))
  },
}
