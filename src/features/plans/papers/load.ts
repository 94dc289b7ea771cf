import type { QueryContext } from '../../../engine/query.ts'
import { getBody, leaderOf } from '../../agencies/index.ts'
import { partiesOf } from '../../programmes/index.ts'
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
  const parties = await partiesOf(db, budget.plan.programmeId)
  const superiors: (string | null)[] = []
  for (const { bodyId } of parties) superiors.push((await getBody(db, bodyId)).superior)
  const signer = typeof acting === 'string' ? null : await leaderOf(db, acting.bodyId)
  return {
    budget,
    items: (await itemsOf(db, planId)).filter(item => item.droppedReason === null),
    clausePaths: clauses.map(clause => clause.path),
    issuers: parties.map((party, at) => ({ ...party, superior: superiors[at] ?? null })),
    signer,
    today,
  }
}

export type LoadedPapers = Awaited<ReturnType<typeof loadPapers>>
