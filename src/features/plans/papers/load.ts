import type { QueryContext } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { moneyInWords } from '../../../kernel/number-words.ts'
import { shortDigest } from '../../../kernel/short-digest.ts'
import { partiesOn, sideSigners, standingAgreements } from '../../programmes/index.ts'
import { type Budget, budgetOf } from '../budget/budget.ts'
import { sumsOfLines } from '../budget/reckon.ts'
import { threadsOf } from '../earlier.ts'
import { placeNames } from '../place-names.ts'
import { agreementOn, itemsOf, planDigest } from '../store.ts'

/** What the papers of a plan are made of, read within rights. Of another side's leader nothing is known. */
export async function loadPapers({ db, acting, today }: QueryContext, planId: string) {
  const kept = await budgetOf(db, planId)
  const clauses = await db
    .selectFrom('clause')
    .select('path')
    .where('programme_id', '=', kept.plan.programmeId)
    .orderBy('position')
    .execute()
  // Once agreed, a plan prints the names under which it was agreed, whenever it is printed.
  const day = kept.plan.agreedAt ? vietnamDate(kept.plan.agreedAt) : today
  const issuers = await partiesOn(db, kept.plan.programmeId, day)
  const items = await itemsOf(db, planId)
  const digest = planDigest(kept.plan, items)
  const agreements = (await standingAgreements(db, agreementOn(kept.plan))).filter(one => one.digest === digest)
  return {
    budget: printedBudget(kept, issuers),
    items: items.filter(item => item.droppedReason === null),
    /** Which content is printed; a plan that nobody else knows has none to be cited. */
    code: kept.plan.state === 'private' ? null : shortDigest(digest),
    /** Sides that agreed by letter. */
    byPaper: agreements.flatMap(({ bodyId, paper }) => (paper ? [{ bodyId, paper }] : [])),
    threads: await threadsOf(db, kept.plan),
    placeNames: await placeNames(db, items),
    clausePaths: clauses.map(clause => clause.path),
    issuers,
    /** As recorded by each side that agreed; before that the own side's leader of today. */
    signers: await sideSigners({ db, acting }, agreementOn(kept.plan), digest),
    today,
  }
}

type Named = { bodyId: string; name: string; shortName: string }

/** A budget under the names of the day, without what stood on items that were left out: its rows add up to its total. */
function printedBudget(kept: Budget, issuers: readonly Named[]): Budget {
  const nameOf = new Map(issuers.map(({ bodyId, name, shortName }) => [bodyId, { name, shortName }]))
  const leftOut = new Set(kept.items.filter(item => item.dropped).map(item => item.id))
  const lines = kept.lines.filter(line => line.itemId === null || !leftOut.has(line.itemId))
  const total = sumsOfLines(lines)
  const parties = kept.parties.map(party => ({ ...party, ...nameOf.get(party.bodyId) }))
  return { ...kept, parties, lines, total, words: moneyInWords(total.estimate) }
}

export type LoadedPapers = Awaited<ReturnType<typeof loadPapers>>
