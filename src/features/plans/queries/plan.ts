import { z } from 'zod'
import { type QueryContext, query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme, partiesOf, standingAgreements } from '../../programmes/index.ts'
import { commitmentsOf } from '../commitments.ts'
import { uuid } from '../contract.ts'
import { draftItems } from '../draft.ts'
import { whyNotAgree, whyNotChange } from '../rules.ts'
import { agreementOn, getPlan, type ItemRow, itemsOf, type PlanRow, planDigest } from '../store.ts'
import { sumsOf } from '../sums.ts'
import { type ItemView, itemView, otherReportYear, reportingOf } from '../view.ts'
import { tally } from './list.ts'

/** A year's plan: items under their clauses with progress, what other years hold, and who has agreed to what stands now. */
export const plan = query({
  name: 'plans.plan',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ planId: uuid }),
  run: async (context, { planId }) => {
    const { db, acting, today } = context
    const found = await getPlan(db, planId)
    const programme = await getProgramme(db, found.programmeId)
    const parties = await partiesOf(db, found.programmeId)
    const [items, sums] = [await itemsOf(db, planId), await sumsOf(db, found.programmeId, planId)]
    const reporting = reportingOf(programme)
    const views = items.map(item => itemView(item, sums(item.id), { year: found.year, today, acting, reporting }))
    const frame = {
      periodFrom: programme.period_from,
      periodTo: programme.period_to,
      parties: parties.map(party => party.bodyId),
    }
    const agreed = await agreementsNow(context, found, items)
    return {
      plan: { id: found.id, programmeId: found.programmeId, year: found.year, state: found.state, agreedAt: found.agreedAt },
      programme: { id: programme.id, title: programme.title, number: programme.number, reporting: reporting.profile },
      yearEnd: { counted: otherReportYear(`${found.year}-12-20`, found.year, reporting) },
      parties: parties.map(({ bodyId, position, name, shortName }) => ({ bodyId, position, name, shortName })),
      clauses: await byClause(context, found.programmeId, views),
      aside: draftItems(await commitmentsOf(db, found.programmeId), frame, found.year).aside,
      counts: tally(views.map(({ timing, progress }) => ({ timing, state: progress.state }))),
      ...agreed,
      can: { change: whyNotChange(acting, found) === null, agree: mayAgree(context, found, items, agreed.agreements) },
    }
  },
})

/** Clauses that have items, in the order of the text. */
async function byClause({ db }: QueryContext, programmeId: string, items: readonly ItemView[]) {
  const clauses = await db
    .selectFrom('clause')
    .select(['path', 'label', 'text', 'heading', 'parent_path'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()
  const byPath = Map.groupBy(items, item => item.clausePath)
  return clauses
    .filter(clause => byPath.has(clause.path))
    .map(({ path, label, text }) => ({ path, label, text, items: byPath.get(path)! }))
}

/** The digest of what stands now and, for each party, whether it has agreed to that. */
async function agreementsNow({ db }: QueryContext, plan: PlanRow, items: readonly ItemRow[]) {
  const digest = planDigest(plan, items)
  const standing = await standingAgreements(db, agreementOn(plan))
  const agreements = standing.filter(one => one.digest === digest).map(({ bodyId, at }) => ({ bodyId, at }))
  return { digest, agreements }
}

function mayAgree(
  { acting }: QueryContext,
  plan: PlanRow,
  items: readonly ItemRow[],
  agreements: readonly { bodyId: string }[],
): boolean {
  const agreedByUs = typeof acting !== 'string' && agreements.some(one => one.bodyId === acting.bodyId)
  const liveItems = items.filter(item => item.droppedReason === null).length
  return whyNotAgree(acting, { state: plan.state, liveItems, agreedByUs }) === null
}
