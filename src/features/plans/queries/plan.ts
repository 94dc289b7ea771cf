import { z } from 'zod'
import { type QueryContext, query } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme, partiesOf, standingAgreements } from '../../programmes/index.ts'
import { commitmentsOf } from '../commitments.ts'
import { uuid } from '../contract.ts'
import { draftItems } from '../draft.ts'
import { whyNotAgree, whyNotChange } from '../rules.ts'
import { agreementOn, getPlan, type ItemRow, itemsOf, type PlanRow, planDigest } from '../store.ts'
import { sumsOf } from '../sums.ts'
import { itemView, otherReportYear, reportingOf } from '../view.ts'
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
    const clauses = await clausesOf(context, found.programmeId)
    const byPath = Map.groupBy(views, view => view.clausePath)
    const agreed = await agreementsNow(context, found, items)
    return {
      plan: {
        id: found.id,
        programmeId: found.programmeId,
        year: found.year,
        state: found.state,
        agreedOn: found.agreedAt && vietnamDate(found.agreedAt),
      },
      programme: { id: programme.id, title: programme.title, number: programme.number, reporting: reporting.profile },
      yearEnd: { counted: otherReportYear(`${found.year}-12-20`, found.year, reporting) },
      parties: parties.map(({ bodyId, position, name, shortName }) => ({ bodyId, position, name, shortName })),
      clauses: clauses.flatMap(({ path }) => (byPath.has(path) ? [{ path, items: byPath.get(path)! }] : [])),
      allClauses: clauses.filter(clause => !clause.heading).map(({ path, text }) => ({ path, text })),
      aside: draftItems(await commitmentsOf(db, found.programmeId), frame, found.year).aside,
      counts: tally(views.map(({ timing, progress }) => ({ timing, state: progress.state }))),
      ...agreed,
      can: { change: whyNotChange(acting, found) === null, agree: mayAgree(context, found, items, agreed.agreements) },
    }
  },
})

/** Every clause in the order of the text. */
const clausesOf = ({ db }: QueryContext, programmeId: string) =>
  db
    .selectFrom('clause')
    .select(['path', 'text', 'heading'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()

/** The digest of what stands now and, for each party, whether it has agreed to that. */
async function agreementsNow({ db }: QueryContext, plan: PlanRow, items: readonly ItemRow[]) {
  const digest = planDigest(plan, items)
  const standing = await standingAgreements(db, agreementOn(plan))
  const agreements = standing.filter(one => one.digest === digest).map(({ bodyId, at }) => ({ bodyId, on: vietnamDate(at) }))
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
