import type { Holding, HoldingSource } from '../../engine/feature.ts'
import { submissionHoldings } from '../programmes/index.ts'

/** Items that the own side has given to somebody, as long as they are open. */
const items: HoldingSource = {
  kind: 'plan-item',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('plan_item')
      .innerJoin('responsibility', 'responsibility.subject_id', 'plan_item.id')
      .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
      .select(['plan_item.id', 'plan_item.title', 'plan_item.position', 'plan_item.due_on', 'plan.id as plan_id', 'plan.year'])
      .where('responsibility.subject_kind', '=', 'plan-item')
      .where('responsibility.body_id', '=', acting.bodyId)
      .where('dropped_reason', 'is', null)
      .where('closed_at', 'is', null)
      .orderBy('plan_item.due_on')
      .execute()
    return rows.map(
      (row): Holding => ({
        kind: 'plan-item',
        id: row.id,
        title: row.title,
        context: `Kế hoạch ${row.year}, mục ${row.position}`,
        address: `/ke-hoach/${row.plan_id}`,
        dueOn: row.due_on,
        accountId: null,
      }),
    )
  },
}

/** Lines that the own side proposes, until they are answered. */
const proposals: HoldingSource = {
  kind: 'plan-proposal',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('plan_proposal')
      .innerJoin('plan', 'plan.id', 'plan_proposal.plan_id')
      .select(['plan_proposal.id', 'reason', 'plan_proposal.created_by', 'plan.id as plan_id', 'plan.year'])
      .where('by_body', '=', acting.bodyId)
      .where('plan_proposal.state', 'in', ['own', 'shared'])
      .execute()
    return rows.map(
      (row): Holding => ({
        kind: 'plan-proposal',
        id: row.id,
        title: row.reason,
        context: `Đề nghị điều chỉnh kế hoạch ${row.year}`,
        address: `/ke-hoach/${row.plan_id}`,
        dueOn: null,
        accountId: row.created_by,
      }),
    )
  },
}

const submissions = submissionHoldings('plan', async ({ db }) => {
  const rows = await db.selectFrom('plan').select(['id', 'year']).execute()
  return new Map(rows.map(({ id, year }) => [id, { title: `Kế hoạch ${year}`, address: `/ke-hoach/${id}` }]))
})

const indicators = submissionHoldings('indicator', async ({ db }) => {
  const rows = await db.selectFrom('working_indicator').select(['id', 'programme_id']).execute()
  const at = (programmeId: string, id: string) => `/chuong-trinh/${programmeId}/chi-tieu/${id}`
  return new Map(rows.map(({ id, programme_id }) => [id, { title: 'Chỉ tiêu làm việc', address: at(programme_id, id) }]))
})

export const planHoldings: readonly HoldingSource[] = [items, proposals, submissions, indicators]
