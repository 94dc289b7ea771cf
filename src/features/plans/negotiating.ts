import type { ReadDb } from '../../engine/db/database.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import {
  type Agreement,
  type Clearance,
  clearancesOf,
  isCleared,
  type Outgoing,
  standingAgreements,
} from '../programmes/index.ts'
import { outgoingOf } from './clearances.ts'
import { draftsOf, type Proposal, proposalsOf } from './proposals.ts'
import { agreementOn, type ItemRow, itemsOf, type PlanRow, planDigest } from './store.ts'

/** Where a plan stands between the sides, as one of them sees it. */
export type Standing = {
  items: ItemRow[]
  digest: string
  /** Those that stand for exactly this content. */
  agreements: Agreement[]
  agreedByUs: boolean
  liveItems: number
  proposals: Proposal[]
  openProposals: number
  drafts: Proposal[]
  outgoing: Outgoing | null
  clearances: Clearance[]
  cleared: boolean
}

/** Gathers it for the body that asks; the site itself is no side. */
export async function standingOf(db: ReadDb, acting: Acting, plan: PlanRow): Promise<Standing> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const { bodyId } = acting
  const [items, proposals] = [await itemsOf(db, plan.id), await proposalsOf(db, plan.id)]
  const digest = planDigest(plan, items)
  const agreements = (await standingAgreements(db, agreementOn(plan))).filter(one => one.digest === digest)
  const agreedByUs = agreements.some(one => one.bodyId === bodyId)
  const outgoing = outgoingOf(plan, { items, proposals, bodyId, agreedByUs })
  const clearances = await clearancesOf(db, bodyId, 'plan', plan.id)
  return {
    items,
    digest,
    agreements,
    agreedByUs,
    liveItems: items.filter(item => item.droppedReason === null).length,
    proposals,
    openProposals: proposals.filter(one => one.state === 'shared').length,
    drafts: draftsOf(proposals, bodyId),
    outgoing,
    clearances,
    cleared: outgoing !== null && isCleared(clearances, outgoing),
  }
}

/** The plan of the year that is shared already, with the name of the side that shared it; null where there is none. */
export async function findShared(
  db: ReadDb,
  plan: { programmeId: string; year: number },
): Promise<{ id: string; owner: string } | null> {
  const row = await db
    .selectFrom('plan')
    .leftJoin('body', 'body.id', 'plan.owner_body')
    .select(['plan.id', 'body.name'])
    .where('plan.programme_id', '=', plan.programmeId)
    .where('plan.year', '=', plan.year)
    .where('plan.state', '<>', 'private')
    .executeTakeFirst()
  return row ? { id: row.id, owner: row.name ?? '' } : null
}
