import { z } from 'zod'
import { type QueryContext, query } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { type Acting, anyRole, within } from '../../../kernel/permissions.ts'
import { getProgramme, isWaiting, partiesOf, viewClearance, whyNotDecider, whyNotSubmit } from '../../programmes/index.ts'
import { commitmentsOf } from '../commitments.ts'
import { uuid } from '../contract.ts'
import { draftItems } from '../draft.ts'
import { threadsOf } from '../earlier.ts'
import { findShared, type Standing, standingOf } from '../negotiating.ts'
import { whyNotPropose, whyNotSendProposals, whyNotShare } from '../negotiation.ts'
import { placedIn, placeNames } from '../place-names.ts'
import { proposalViews } from '../proposal-view.ts'
import { whyNotAgree, whyNotChange, whyNotClose } from '../rules.ts'
import { closingOf, getPlan, type PlanRow } from '../store.ts'
import { provenAmong, sumsOf } from '../sums.ts'
import { versionsOf } from '../versions.ts'
import { itemView, otherReportYear, reportingOf } from '../view.ts'
import { tally } from './list.ts'

/** A year's plan: items under their clauses with progress, what is proposed of them, and who has agreed to what stands now. */
export const plan = query({
  name: 'plans.plan',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ planId: uuid }),
  run: async (context, { planId }) => {
    const { db, today } = context
    const found = await getPlan(db, planId)
    const acting = within(context.acting, found.programmeId)
    const programme = await getProgramme(db, found.programmeId)
    const parties = await partiesOf(db, found.programmeId)
    const standing = await standingOf(db, acting, found)
    const { items } = standing
    const sums = await sumsOf(db, found.programmeId, { planId, today })
    const threads = await threadsOf(db, found)
    // Evidence is looked for where a file is all that closing still waits for.
    const closable = items.filter(item => whyNotClose(acting, closingOf(item), true) === null)
    const proven = await provenAmong(
      db,
      closable.map(item => item.id),
    )
    const reporting = reportingOf(programme)
    const at = { year: found.year, today, acting, reporting }
    const views = items.map(item =>
      itemView(item, { sums: sums(item.id), thread: threads(item.id), proven: proven.has(item.id) }, at),
    )
    const frame = {
      periodFrom: programme.period_from,
      periodTo: programme.period_to,
      parties: parties.map(party => party.bodyId),
    }
    const clauses = await clausesOf(context, found.programmeId)
    const byPath = Map.groupBy(views, view => view.clausePath)
    const taken = found.state === 'private' ? await findShared(db, found) : null
    return {
      plan: {
        id: found.id,
        programmeId: found.programmeId,
        year: found.year,
        state: found.state,
        ownerBody: found.ownerBody,
        sharedOn: found.sharedAt && vietnamDate(found.sharedAt),
        agreedOn: found.agreedAt && vietnamDate(found.agreedAt),
        /** The plan of this year that another side has shared, where this one is still private. */
        otherShared: taken,
      },
      programme: { id: programme.id, title: programme.title, number: programme.number, reporting: reporting.profile },
      today,
      yearEnd: { counted: otherReportYear(`${found.year}-12-20`, found.year, reporting) },
      parties: parties.map(({ bodyId, position, name, shortName }) => ({ bodyId, position, name, shortName })),
      clauses: clauses.flatMap(({ path }) => (byPath.has(path) ? [{ path, items: byPath.get(path)! }] : [])),
      allClauses: clauses.filter(clause => !clause.heading).map(({ path, text }) => ({ path, text })),
      aside: draftItems(await commitmentsOf(db, found.programmeId, found.year), frame, found.year).aside,
      placeNames: await placeNames(db, [...items, ...placedIn(standing.proposals)]),
      counts: tally(views.map(({ timing, progress }) => ({ timing, state: progress.state }))),
      digest: standing.digest,
      agreements: standing.agreements.map(({ bodyId, at, paper }) => ({ bodyId, on: vietnamDate(at), paper })),
      proposals: await proposalViews(db, acting, standing),
      outgoing: standing.outgoing,
      clearance: await viewClearance(db, acting, { ...standing, today }),
      versions: (await versionsOf(db, planId)).map(({ number, why, at }) => ({ number, why, on: vietnamDate(at) })),
      can: rightsOn(acting, found, standing, taken),
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

function rightsOn(acting: Acting, plan: PlanRow, standing: Standing, taken: { owner: string } | null) {
  const { liveItems, cleared, drafts, outgoing, clearances } = standing
  const { state, year, programmeId } = plan
  const decides = outgoing !== null && whyNotDecider(acting, { kind: 'plan', step: outgoing.step, programmeId }) === null
  const submitted = clearances.some(one => isWaiting(one) && one.digest === outgoing?.digest)
  return {
    change: whyNotChange(acting, plan) === null,
    share: whyNotShare(acting, { state, year, liveItems, taken, cleared }) === null,
    propose: whyNotPropose(acting, plan) === null,
    send: whyNotSendProposals(acting, { state, drafts: drafts.length, cleared }) === null,
    agree: whyNotAgree(acting, { ...standing, state }) === null,
    // Whoever decides has nobody to lay it before.
    submit: !cleared && !taken && !decides && whyNotSubmit(acting, { outgoing: outgoing !== null, submitted }) === null,
  }
}
