import type { CommandContext } from '../../engine/command.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { ClearanceState, ClearanceStep } from './contract.ts'
import { draftsDigest, draftsOf, type Proposal } from './proposals.ts'
import { type ItemRow, type PlanRow, planDigest } from './store.ts'

export type Clearance = {
  id: string
  bodyId: string
  programmeId: string
  planId: string
  step: ClearanceStep
  digest: string
  state: ClearanceState
  instruction: string | null
  dueOn: string | null
  submittedBy: string
  submittedAt: Date
  decidedBy: string | null
  version: number
}
/** What a side could send or agree to now, and the digest that says what exactly. */
export type Outgoing = { step: ClearanceStep; digest: string }

/** Null where nothing of ours waits to go out. */
export function outgoingOf(
  plan: PlanRow,
  {
    items,
    proposals,
    bodyId,
    agreedByUs,
  }: { items: readonly ItemRow[]; proposals: readonly Proposal[]; bodyId: string; agreedByUs: boolean },
): Outgoing | null {
  if (plan.state === 'private') return { step: 'share', digest: planDigest(plan, items) }
  const drafts = draftsOf(proposals, bodyId)
  if (drafts.length > 0) return { step: 'proposals', digest: draftsDigest(drafts) }
  return plan.state === 'draft' && !agreedByUs ? { step: 'agree', digest: planDigest(plan, items) } : null
}

const select = (db: ReadDb) => db.selectFrom('clearance').selectAll()
type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

const asClearance = (row: Stored): Clearance => ({
  id: row.id,
  bodyId: row.body_id,
  programmeId: row.programme_id,
  planId: row.subject_id,
  step: row.step as ClearanceStep,
  digest: row.digest,
  state: row.state as ClearanceState,
  instruction: row.instruction,
  dueOn: row.due_on,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  decidedBy: row.decided_by,
  version: row.version,
})

export async function getClearance(db: ReadDb, id: string): Promise<Clearance> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'clearance' })
  return asClearance(row)
}

/** The own side's clearances of plans, the latest first; row-level security knows no other side's. */
export async function clearancesOf(db: ReadDb, bodyId: string, planId?: string): Promise<Clearance[]> {
  let found = select(db).where('body_id', '=', bodyId).where('subject_kind', '=', 'plan')
  if (planId) found = found.where('subject_id', '=', planId)
  return (await found.orderBy('submitted_at', 'desc').execute()).map(asClearance)
}

/** Whether a leader has cleared exactly this. */
export const isCleared = (clearances: readonly Clearance[], outgoing: Outgoing): boolean =>
  clearances.some(one => one.state === 'cleared' && one.step === outgoing.step && one.digest === outgoing.digest)

/** A leader who sends or agrees has thereby cleared what was submitted. */
export async function settleClearance({ tx, acting, now }: CommandContext, planId: string): Promise<void> {
  if (typeof acting === 'string' || !acting.roles.includes('leader')) return
  await tx
    .updateTable('clearance')
    .set(row => ({ state: 'cleared', decided_by: acting.accountId, decided_at: now, version: row('version', '+', 1) }))
    .where('subject_id', '=', planId)
    .where('body_id', '=', acting.bodyId)
    .where('state', '=', 'submitted')
    .execute()
}

type Decision = { state: 'cleared' } | { state: 'returned'; instruction: string; due_on: string | null }

/** One guarded decision on what waits, or 'changed-meanwhile'. */
export async function decideClearance(
  { tx, acting, now }: CommandContext,
  { clearanceId, version }: { clearanceId: string; version: number },
  decision: Decision,
): Promise<void> {
  const decided_by = typeof acting === 'string' ? null : acting.accountId
  const decided = await tx
    .updateTable('clearance')
    .set(row => ({ ...decision, decided_by, decided_at: now, version: row('version', '+', 1) }))
    .where('id', '=', clearanceId)
    .where('version', '=', version)
    .where('state', '=', 'submitted')
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw new Refusal('changed-meanwhile')
}
