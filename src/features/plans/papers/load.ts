import type { QueryContext } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { shortDigest } from '../../../kernel/short-digest.ts'
import { partiesOn, sideSigners, standingAgreements } from '../../programmes/index.ts'
import { budgetOf } from '../budget/budget.ts'
import { threadsOf } from '../earlier.ts'
import { placeNames } from '../place-names.ts'
import { agreementOn, itemsOf, planDigest } from '../store.ts'

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
  const items = await itemsOf(db, planId)
  const digest = planDigest(budget.plan, items)
  const agreements = (await standingAgreements(db, agreementOn(budget.plan))).filter(one => one.digest === digest)
  return {
    budget,
    items: items.filter(item => item.droppedReason === null),
    /** Which content is printed; a plan that nobody else knows has none to be cited. */
    code: budget.plan.state === 'private' ? null : shortDigest(digest),
    /** Sides that agreed by letter. */
    byPaper: agreements.flatMap(({ bodyId, paper }) => (paper ? [{ bodyId, paper }] : [])),
    threads: await threadsOf(db, budget.plan),
    placeNames: await placeNames(db, items),
    clausePaths: clauses.map(clause => clause.path),
    issuers: await partiesOn(db, budget.plan.programmeId, day),
    /** As recorded by each side that agreed; before that the own side's leader of today. */
    signers: await sideSigners({ db, acting }, agreementOn(budget.plan), digest),
    today,
  }
}

export type LoadedPapers = Awaited<ReturnType<typeof loadPapers>>
