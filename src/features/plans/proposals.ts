import type { CommandContext } from '../../engine/command.ts'
import { changeRow } from '../../engine/db/change-row.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { type IsoDate, isoDate } from '../../kernel/dates.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { getPlaces } from '../agencies/index.ts'
import { checkClause, digestOf, partiesOf } from '../programmes/index.ts'
import { digestForm, readContent, readLine } from './content.ts'
import type { ItemContent, ItemFields, ProposalKind, ProposalState, ProposedLine } from './contract.ts'
import { mergedItems } from './merged-items.ts'
import { type ProposedItem, whyNotProposeLine } from './negotiation.ts'
import { whyNotBodies, whyNotTarget, whyNotTiming } from './rules.ts'
import { contentOf, getItem, getPlan, type ItemRow, type PlanRow } from './store.ts'
import { sumsOf } from './sums.ts'

/** By a person of the body, or by the paper that was recorded of it. */
export type Acceptance = { bodyId: string; accountId: string | null; on: IsoDate; paperActId?: string }
export type Proposal = {
  id: string
  planId: string
  programmeId: string
  itemId: string | null
  line: ProposedLine
  before: ItemContent | null
  reason: string
  byBody: string
  state: ProposalState
  counterOf: string | null
  acceptances: Acceptance[]
  acceptedBy: string[]
  answer: string | null
  answeredBy: string | null
  sharedBy: string | null
  sharedAt: Date | null
  /** The paper from which another side typed it in. */
  paperActId: string | null
  version: number
}

type Stored = Awaited<ReturnType<typeof selectProposals>>[number]
const proposals = (db: ReadDb) => db.selectFrom('plan_proposal').selectAll()
const selectProposals = (db: ReadDb) => proposals(db).execute()

function asProposal(row: Stored): Proposal {
  const acceptances = row.acceptances as Acceptance[]
  const before = row.before === null ? null : readContent(row.before)
  return {
    id: row.id,
    planId: row.plan_id,
    programmeId: row.programme_id,
    itemId: row.item_id,
    line: readLine(row.content, before),
    before,
    reason: row.reason,
    byBody: row.by_body,
    state: row.state as ProposalState,
    counterOf: row.counter_of,
    acceptances,
    acceptedBy: acceptances.map(one => one.bodyId),
    answer: row.answer,
    answeredBy: row.answered_by,
    sharedBy: row.shared_by,
    sharedAt: row.shared_at,
    paperActId: row.paper_act_id,
    version: row.version,
  }
}

/** The proposal, where its side wrote it or has shared it; refuses 'not-found' to everybody else. */
export async function getProposal(db: ReadDb, id: string): Promise<Proposal> {
  const row = await proposals(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'plan-proposal' })
  return asProposal(row)
}

/** Every proposal of a plan that may be seen, in the order they were written. */
export async function proposalsOf(db: ReadDb, planId: string): Promise<Proposal[]> {
  const rows = await proposals(db).where('plan_id', '=', planId).orderBy('created_at').orderBy('id').execute()
  return rows.map(asProposal)
}

/** What a side would send now: its unsent lines. */
export const draftsOf = (all: readonly Proposal[], bodyId: string): Proposal[] =>
  all.filter(one => one.state === 'own' && one.byBody === bodyId)

/** Says exactly which lines with which reasons are sent. */
export const draftsDigest = (drafts: readonly Proposal[]): string =>
  digestOf(drafts.map(({ id, line, reason, version }) => ({ id, line, reason, version })))

type NewProposal = { id: string; line: ProposedLine; reason: string; item: ItemRow | null }
/** What it answers, and the paper of a party by post that it is typed in from. */
type Origin = { counterOf?: string | null; onPaper?: { bodyId: string; paperActId: string } }

/** Writes a proposal down for the own side, or from another's paper; one that answers another or came by post is shared at once. */
export async function insertProposal(
  { tx, acting, now }: CommandContext,
  plan: PlanRow,
  { id, line, reason, item }: NewProposal,
  { counterOf = null, onPaper }: Origin = {},
): Promise<void> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const sharedBy = onPaper ? null : acting.accountId
  const shared = counterOf || onPaper ? { state: 'shared', counter_of: counterOf, shared_by: sharedBy, shared_at: now } : {}
  const inserted = await tx
    .insertInto('plan_proposal')
    .values({
      id,
      plan_id: plan.id,
      programme_id: plan.programmeId,
      item_id: item?.id ?? null,
      kind: line.kind,
      content: JSON.stringify(line),
      before: item && JSON.stringify(contentOf([item])[0]),
      reason,
      by_body: onPaper?.bodyId ?? acting.bodyId,
      paper_act_id: onPaper?.paperActId ?? null,
      created_by: acting.accountId,
      created_at: now,
      ...shared,
    })
    .onConflict(conflict => conflict.columns(['home', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('changed-meanwhile')
}

type Change = {
  state?: ProposalState
  acceptances?: string
  answer?: string
  answered_by?: string
  shared_by?: string
  shared_at?: Date
  closed_at?: Date
}

/** One guarded change: hits the version that was seen, or refuses 'changed-meanwhile'. */
export async function updateProposal(
  tx: Tx,
  { proposalId, version }: { proposalId: string; version: number },
  change: Change,
): Promise<{ version: number }> {
  return changeRow(tx, 'plan_proposal', { id: proposalId, version }, change)
}

/** Refuses a line that could not stand in this plan. */
export async function checkLine(tx: Tx, plan: PlanRow, line: ProposedLine): Promise<void> {
  const parties = (await partiesOf(tx, plan.programmeId)).map(party => party.bodyId)
  for (const fields of fieldsOf(line)) {
    refuseIf(whyNotTiming(fields, plan.year) ?? whyNotTarget(fields.target) ?? whyNotBodies(fields, parties))
    await getPlaces(tx, fields.places ?? [])
  }
  if (line.kind === 'add') await checkClause(tx, plan.programmeId, line.clausePath)
  if (line.kind === 'add' && line.carries) await refuseCarried(tx, plan, line.carries)
}

/** The item that a line goes on with: of an earlier year, or of a programme that goes on in this one. Refuses 'plans.nothing-to-carry'. */
export async function getCarried(tx: Tx, { programmeId, year }: PlanRow, from: string): Promise<ItemRow> {
  const own = await tx.selectFrom('plan_item').select('plan_id').where('id', '=', from).executeTakeFirst()
  const before = own && (await getPlan(tx, own.plan_id))
  if (before?.programmeId === programmeId && before.year < year) return getItem(tx, from)
  const merged = (await mergedItems(tx, { programmeId, year, today: isoDate(year, 12, 31) })).find(item => item.id === from)
  if (!merged) throw new Refusal('plans.nothing-to-carry')
  return merged
}

/** Refuses to go on with an item of another programme or of no earlier year, or a second time. */
async function refuseCarried(tx: Tx, plan: PlanRow, from: string): Promise<void> {
  await getCarried(tx, plan, from)
  const taken = await tx
    .selectFrom('plan_item')
    .select('id')
    .where('plan_id', '=', plan.id)
    .where('carried_from', '=', from)
    .executeTakeFirst()
  if (taken) throw new Refusal('plans.carried-already')
}

export function fieldsOf(line: ProposedLine): ItemFields[] {
  if (line.kind === 'split') return line.parts
  return line.kind === 'drop' ? [] : [line.fields]
}

/** Refuses what cannot be proposed, or no longer be accepted, of an item. */
export async function checkItem(tx: Tx, kind: ProposalKind, item: ItemRow, proposedByUs: boolean): Promise<void> {
  const { activities } = (await sumsOf(tx, item.programmeId, { itemIds: [item.id] }))(item.id)
  const facts: ProposedItem = { dropped: item.droppedReason !== null, closed: item.closedAt !== null, activities, proposedByUs }
  refuseIf(whyNotProposeLine(kind, facts))
}

/** Whether a side has said something of this item that is not yet answered. */
export async function isProposedBy(db: ReadDb, bodyId: string, item: ItemRow): Promise<boolean> {
  const open = (await proposalsOf(db, item.planId)).filter(one => one.state === 'own' || one.state === 'shared')
  return open.some(one => one.itemId === item.id && one.byBody === bodyId)
}

/** Whether the item still stands as it did when the proposal was written. */
export const stillStands = (proposal: Pick<Proposal, 'before'>, item: ItemRow | null): boolean =>
  proposal.before === null ||
  (item !== null && digestOf(digestForm(proposal.before)) === digestOf(digestForm(contentOf([item])[0]!)))
