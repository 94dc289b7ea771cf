import type { ReadDb } from '../../engine/db/database.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import { type Clearance, type ClearanceStep, clearancesFor } from '../programmes/index.ts'
import type { Acceptance } from './proposals.ts'

/** Shared plans that are not agreed: they wait for us, or for them. While a line waits for its answer, that is told instead. */
export const planDeadlines: DeadlineSource = {
  kind: 'plan',
  find: async context => {
    const { acting } = context
    if (typeof acting === 'string') return []
    const plans = await waitingPlans(context)
    return plans.map(plan => {
      const theirs = plan.agreed.includes(acting.bodyId) || (plan.agreed.length === 0 && plan.owner_body === acting.bodyId)
      return {
        kind: 'plan',
        id: plan.id,
        programmeId: plan.programme_id,
        title: `Kế hoạch ${plan.year}`,
        context: plan.programme,
        address: `/ke-hoach/${plan.id}`,
        dueOn: null,
        waits: theirs ? 'them' : 'us',
        role: 'both',
        step: theirs ? 'step.open-plan' : 'step.agree-plan',
      }
    })
  },
}

/** Lines that wait for an answer, one entry a plan and direction. */
export const proposalDeadlines: DeadlineSource = {
  kind: 'plan-proposal',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('plan_proposal')
      .innerJoin('plan', 'plan.id', 'plan_proposal.plan_id')
      .innerJoin('programme', 'programme.id', 'plan.programme_id')
      .select(['plan.id', 'plan.year', 'plan.programme_id', 'programme.title', 'programme.number', 'by_body', 'acceptances'])
      .where('plan_proposal.state', '=', 'shared')
      .orderBy('plan.year')
      .execute()
    const answered = (row: (typeof rows)[number]) => (row.acceptances as Acceptance[]).some(one => one.bodyId === acting.bodyId)
    const waiting = rows.map(row => ({ ...row, waits: row.by_body === acting.bodyId || answered(row) ? 'them' : 'us' }) as const)
    return [...Map.groupBy(waiting, row => `${row.id} ${row.waits}`).values()].map(ofPlan => {
      const { id, year, programme_id, title, number, waits } = ofPlan[0]!
      return {
        kind: 'plan-proposal',
        id: `${id}-${waits}`,
        programmeId: programme_id,
        title: `${ofPlan.length} đề nghị điều chỉnh kế hoạch ${year}`,
        context: number ?? title,
        address: `/ke-hoach/${id}`,
        dueOn: null,
        waits,
        role: 'both',
        step: waits === 'us' ? 'step.answer-proposals' : 'step.open-plan',
      }
    })
  },
}

/** Inside the own side: what waits for the head of the unit or the leader, and what was sent back with an instruction. */
export const clearanceDeadlines: DeadlineSource = {
  kind: 'clearance',
  find: async ({ db, acting, today }) => {
    if (typeof acting === 'string') return []
    const waiting = await clearancesFor(db, acting, 'plan', today)
    if (waiting.length === 0) return []
    const byId = new Map((await clearedPlans(db, waiting)).map(plan => [plan.id, plan]))
    return waiting.flatMap(({ id, subjectId, programmeId, step, state, dueOn }) => {
      const plan = byId.get(subjectId)!
      if (state === 'returned' && !plan.steps.includes(step)) return []
      return {
        kind: 'clearance',
        personal: true,
        id,
        programmeId,
        title: state === 'returned' ? `Sửa kế hoạch ${plan.year} theo ý kiến chỉ đạo` : `Duyệt kế hoạch ${plan.year}`,
        context: plan.number ?? plan.title,
        address: `/ke-hoach/${subjectId}`,
        dueOn,
        waits: 'us',
        role: 'lead',
        step: state === 'returned' ? 'step.edit-plan' : 'step.clear-plan',
      }
    })
  },
}

/** The plans of clearances, with the steps that are still to be taken there; what went out meanwhile is no longer to be mended. */
async function clearedPlans(db: ReadDb, waiting: readonly Clearance[]) {
  const ids = waiting.map(one => one.subjectId)
  const drafts = await db.selectFrom('plan_proposal').select('plan_id').where('state', '=', 'own').execute()
  const withDrafts = new Set(drafts.map(row => row.plan_id))
  const plans = await db
    .selectFrom('plan')
    .innerJoin('programme', 'programme.id', 'plan.programme_id')
    .select(['plan.id', 'plan.year', 'plan.state', 'programme.title', 'programme.number'])
    .where('plan.id', 'in', ids)
    .execute()
  const stepOf: Record<string, ClearanceStep> = { private: 'share', draft: 'agree' }
  return plans.map(plan => ({ ...plan, steps: [stepOf[plan.state], withDrafts.has(plan.id) ? 'proposals' : null] }))
}

async function waitingPlans({ db }: QueryContext) {
  const plans = await db
    .selectFrom('plan')
    .innerJoin('programme', 'programme.id', 'plan.programme_id')
    .select(['plan.id', 'plan.programme_id', 'plan.owner_body', 'plan.year', 'programme.title', 'programme.number'])
    .where('plan.state', '=', 'draft')
    .where('plan.shared_at', 'is not', null)
    .where(on =>
      on.not(
        on.exists(
          on
            .selectFrom('plan_proposal')
            .select('plan_proposal.id')
            .whereRef('plan_proposal.plan_id', '=', 'plan.id')
            .where('plan_proposal.state', '=', 'shared'),
        ),
      ),
    )
    .orderBy('plan.year')
    .execute()
  const standing = await db
    .selectFrom('agreement')
    .select(['subject_id', 'body_id'])
    .where('subject_kind', '=', 'plan')
    .where('withdrawn_at', 'is', null)
    .execute()
  return plans.map(plan => ({
    ...plan,
    programme: plan.number ?? plan.title,
    agreed: standing.filter(one => one.subject_id === plan.id).map(one => one.body_id),
  }))
}
