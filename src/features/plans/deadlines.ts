import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import { passedHere } from '../agencies/index.ts'
import { type ClearanceStep, type Waiting, whatWaits } from '../programmes/index.ts'
import type { Acceptance } from './proposals.ts'

/** Shared plans that are not agreed: they wait for us, or for them. While a line waits for its answer, that is told instead. */
export const planDeadlines: DeadlineSource = {
  kind: 'plan',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    return question({ plans: waitingPlans(db), standing: agreementsOnPlans(db) }, ({ plans, standing }) =>
      plans.map(plan => {
        const agreed = standing.filter(one => one.subject_id === plan.id).map(one => one.body_id)
        const theirs = agreed.includes(acting.bodyId) || (agreed.length === 0 && plan.owner_body === acting.bodyId)
        return {
          kind: 'plan',
          id: plan.id,
          programmeId: plan.programme_id,
          title: `Kế hoạch ${plan.year}`,
          context: plan.number ?? plan.title,
          address: `/ke-hoach/${plan.id}`,
          dueOn: null,
          waits: theirs ? 'them' : 'us',
          role: 'both',
          step: theirs ? 'step.open-plan' : 'step.agree-plan',
        }
      }),
    )
  },
}

/** Lines that wait for an answer, one entry a plan and direction. */
export const proposalDeadlines: DeadlineSource = {
  kind: 'plan-proposal',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    const shared = db
      .selectFrom('plan_proposal')
      .innerJoin('plan', 'plan.id', 'plan_proposal.plan_id')
      .innerJoin('programme', 'programme.id', 'plan.programme_id')
      .select(['plan.id', 'plan.year', 'plan.programme_id', 'programme.title', 'programme.number', 'by_body', 'acceptances'])
      .where('plan_proposal.state', '=', 'shared')
      .orderBy('plan.year')
    return question({ shared }, rows => {
      const answered = (acceptances: unknown) => (acceptances as Acceptance[]).some(one => one.bodyId === acting.bodyId)
      const waitsFor = (by: string, acceptances: unknown) => (by === acting.bodyId || answered(acceptances) ? 'them' : 'us')
      const waiting = rows.shared.map(row => ({ ...row, waits: waitsFor(row.by_body, row.acceptances) }) as const)
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
    })
  },
}

/** Inside the own side: what waits for the head of the unit or the leader, and what was sent back with an instruction. */
export const clearanceDeadlines: DeadlineSource = {
  kind: 'clearance',
  ask: context =>
    whatWaits(context, 'plan', async waiting => {
      const byId = new Map((await clearedPlans(context.db, waiting)).map(plan => [plan.id, plan]))
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
    }),
}

/** The plans of clearances, with the steps that are still to be taken there; what went out meanwhile is no longer to be mended. */
async function clearedPlans(db: ReadDb, waiting: readonly Waiting[]) {
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

const waitingPlans = (db: ReadDb) =>
  db
    .selectFrom('plan')
    .innerJoin('programme', 'programme.id', 'plan.programme_id')
    .select(['plan.id', 'plan.programme_id', 'plan.owner_body', 'plan.year', 'programme.title', 'programme.number'])
    .where('plan.state', '=', 'draft')
    .where('plan.shared_at', 'is not', null)
    .where(passedHere('programme', sql.ref('plan.programme_id')))
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

const agreementsOnPlans = (db: ReadDb) =>
  db
    .selectFrom('agreement')
    .select(['subject_id', 'body_id'])
    .where('subject_kind', '=', 'plan')
    .where('withdrawn_at', 'is', null)
