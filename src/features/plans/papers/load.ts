import type { QueryContext } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { leaderOf } from '../../agencies/index.ts'
import { partiesOn } from '../../programmes/index.ts'
import { budgetOf } from '../budget/budget.ts'
import { itemsOf } from '../store.ts'

/** What the papers of a plan are made of, read within rights. Of another side's leader nothing is known. */
export async function loadPapers({ db, acting, today }: QueryContext, planId: string) {
  const budget = await budgetOf(db, planId)
  const clauses = await db
    .selectFrom('clause')
    .select('path')
    .where('programme_id', '=', budget.plan.programmeId)
    .orderBy('position')
    .execute()
  // Once agreed, a plan prints the names under which it was agreed, whenever it is printed.
  const day = budget.plan.agreedAt ? vietnamDate(budget.plan.agreedAt) : today
  const signer = typeof acting === 'string' ? null : await leaderOf(db, acting.bodyId)
  return {
    budget,
    items: (await itemsOf(db, planId)).filter(item => item.droppedReason === null),
    clausePaths: clauses.map(clause => clause.path),
    issuers: await partiesOn(db, budget.plan.programmeId, day),
    signer,
    today,
  }
}

export type LoadedPapers = Awaited<ReturnType<typeof loadPapers>>
