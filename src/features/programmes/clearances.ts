import type { Updateable } from 'kysely'
import type { CommandContext } from '../../engine/command.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { DB } from '../../engine/db/schema.generated.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { type Act, type Acting, type Actor, deciders, whyNotPermitted, within, workers } from '../../kernel/permissions.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'
import { namesWith, unitsHeadedBy, unitWithHead } from '../agencies/index.ts'
import { instructionsOn, overtakeInstructions } from './instructions.ts'

/** What a side lays before its own leader: one of these, for one step. */
export type ClearanceKind = 'plan' | 'review' | 'package' | 'amendment' | 'indicator' | 'meeting' | 'request' | 'own-kind'
export type ClearanceStep = 'share' | 'proposals' | 'agree' | 'propose' | 'freeze' | 'send'
/** 'submitted' waits for the head of the unit, 'forwarded' for a leader. */
export type ClearanceState = 'submitted' | 'forwarded' | 'cleared' | 'returned'
export type Subject = { kind: ClearanceKind; id: string; programmeId: string }
/** What could go out now, and the digest that says what exactly. */
export type Outgoing = { step: ClearanceStep; digest: string }

export type Clearance = Outgoing & {
  id: string
  bodyId: string
  programmeId: string
  kind: ClearanceKind
  subjectId: string
  state: ClearanceState
  unitId: string | null
  dueOn: IsoDate | null
  submittedBy: string
  submittedAt: Date
  forwardedBy: string | null
  decidedBy: string | null
  decidedAt: Date | null
  version: number
}

const select = (db: ReadDb) => db.selectFrom('clearance').selectAll()
type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

const asClearance = (row: Stored): Clearance => ({
  id: row.id,
  bodyId: row.body_id,
  programmeId: row.programme_id,
  kind: row.subject_kind as ClearanceKind,
  subjectId: row.subject_id,
  step: row.step as ClearanceStep,
  digest: row.digest,
  state: row.state as ClearanceState,
  unitId: row.unit_id,
  dueOn: row.due_on,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  forwardedBy: row.forwarded_by,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  version: row.version,
})

export async function getClearance(db: ReadDb, id: string): Promise<Clearance> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'clearance' })
  return asClearance(row)
}

export const submissionsOf = async (db: ReadDb, ids: readonly string[]): Promise<Clearance[]> =>
  (
    await select(db)
      .where('id', 'in', [...ids])
      .execute()
  ).map(asClearance)

/** The own side's clearances of one kind, or of one subject, the latest first; row-level security knows no other side's. */
export async function clearancesOf(db: ReadDb, bodyId: string, kind: ClearanceKind, subjectId?: string): Promise<Clearance[]> {
  let found = select(db).where('body_id', '=', bodyId).where('subject_kind', '=', kind)
  if (subjectId) found = found.where('subject_id', '=', subjectId)
  return (await found.orderBy('submitted_at', 'desc').execute()).map(asClearance)
}

export const isWaiting = ({ state }: Pick<Clearance, 'state'>): boolean => state === 'submitted' || state === 'forwarded'

/** Whether a leader has cleared exactly this. */
export const isCleared = (clearances: readonly Clearance[], outgoing: Outgoing): boolean =>
  clearances.some(one => one.state === 'cleared' && one.step === outgoing.step && one.digest === outgoing.digest)

const coded = (code: ReturnType<typeof whyNotPermitted>): WhyNot => (code ? { code } : null)
export const whyNotWork = (acting: Acting): WhyNot => coded(whyNotPermitted({ roles: workers, reach: 'party' }, acting))
const ACT_OF: Record<Exclude<ClearanceStep, 'share'>, Act> = {
  proposals: 'sign',
  propose: 'sign',
  send: 'sign',
  agree: 'agree',
  freeze: 'freeze',
}
type Step = Pick<Clearance, 'kind' | 'step' | 'programmeId'>

/** What clearing a step takes of who is authorised: the act that it prepares. Whoever shares anything but a plan agrees to it thereby. */
const actOf = ({ kind, step }: Step): Act => (step === 'share' ? (kind === 'plan' ? 'sign' : 'agree') : ACT_OF[step])

/** Only a leader, or a person with a dated authorisation on file that names act and programme, decides for the side. */
export const whyNotDecider = (acting: Acting, step: Step): WhyNot =>
  coded(whyNotPermitted({ roles: deciders, reach: 'party', act: actOf(step) }, within(acting, step.programmeId)))

/** An officer submits what the leader has not yet seen in this form. */
export function whyNotSubmit(acting: Acting, now: { outgoing: boolean; submitted: boolean }): WhyNot {
  if (!now.outgoing) return { code: 'clearance.nothing-to-submit' }
  return now.submitted ? { code: 'clearance.submitted-already' } : whyNotWork(acting)
}

/** A leader decides on what still waits, also before the head of the unit has. */
export const whyNotDecide = (acting: Acting, clearance: Step & Pick<Clearance, 'state'>): WhyNot =>
  isWaiting(clearance) ? whyNotDecider(acting, clearance) : { code: 'clearance.decided-already' }

type Headed = { clearance: Step & Pick<Clearance, 'state' | 'unitId'>; headed: readonly string[] }

/** The head of the submitting unit sends on what waits there. */
export function whyNotForward(acting: Acting, { clearance, headed }: Headed): WhyNot {
  if (clearance.state !== 'submitted')
    return { code: isWaiting(clearance) ? 'clearance.forwarded-already' : 'clearance.decided-already' }
  const refused = coded(whyNotPermitted({ roles: ['head'], reach: 'own' }, acting))
  return refused ?? (headed.includes(clearance.unitId ?? '') ? null : { code: 'clearance.other-unit' })
}

/** Handed back by whoever it waits for: the head of the unit, or a leader. */
export function whyNotReturn(acting: Acting, { clearance, headed }: Headed): WhyNot {
  const decides = whyNotDecide(acting, clearance)
  if (decides === null) return null
  if (clearance.state === 'submitted') return whyNotForward(acting, { clearance, headed })
  return decides
}

/** Instructed by whoever it waits for, and left waiting. */
export const whyNotInstruct = (acting: Acting, asked: Headed): WhyNot =>
  isWaiting(asked.clearance) ? whyNotReturn(acting, asked) : { code: 'clearance.decided-already' }

/** Lays something before the own head of unit, or before the leader where the unit has none. A changed content replaces what still waits. */
export async function submit(
  { tx, now, today }: CommandContext,
  acting: Actor,
  { clearanceId, subject, outgoing }: { clearanceId: string; subject: Subject; outgoing: Outgoing },
): Promise<string> {
  const unitId = await unitWithHead(tx, acting, today)
  const content = { ...outgoing, submitted_by: acting.accountId, submitted_at: now, unit_id: unitId }
  const state = { state: unitId ? 'submitted' : 'forwarded', forwarded_by: null, forwarded_at: null }
  const waiting = (await clearancesOf(tx, acting.bodyId, subject.kind, subject.id)).find(isWaiting)
  if (waiting)
    await tx
      .updateTable('clearance')
      .set(row => ({ ...content, ...state, version: row('version', '+', 1) }))
      .where('id', '=', waiting.id)
      .execute()
  else
    await tx
      .insertInto('clearance')
      .values({
        id: clearanceId,
        body_id: acting.bodyId,
        programme_id: subject.programmeId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        ...content,
        ...state,
      })
      .execute()
  return waiting?.id ?? clearanceId
}

/** A decider clears exactly this, whether or not it was submitted. Returns the clearance's id. */
export async function approve(
  { tx, now }: CommandContext,
  acting: Actor,
  { clearanceId, subject, outgoing }: { clearanceId: string; subject: Subject; outgoing: Outgoing },
): Promise<string> {
  const waiting = (await clearancesOf(tx, acting.bodyId, subject.kind, subject.id)).find(isWaiting)
  const decision = { ...outgoing, state: 'cleared', decided_by: acting.accountId, decided_at: now }
  if (waiting)
    await tx
      .updateTable('clearance')
      .set(row => ({ ...decision, version: row('version', '+', 1) }))
      .where('id', '=', waiting.id)
      .execute()
  else
    await tx
      .insertInto('clearance')
      .values({
        id: clearanceId,
        body_id: acting.bodyId,
        programme_id: subject.programmeId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        submitted_by: acting.accountId,
        submitted_at: now,
        ...decision,
      })
      .execute()
  return waiting?.id ?? clearanceId
}

/** A decider who sends, agrees or freezes has thereby cleared what was submitted. */
export async function settleClearance(context: CommandContext, kind: ClearanceKind, subjectId: string): Promise<void> {
  const { tx, acting, now } = context
  if (typeof acting === 'string') return
  const found = await clearancesOf(tx, acting.bodyId, kind, subjectId)
  const [latest] = found
  if (latest?.state === 'returned' && whyNotDecider(acting, latest) === null) await overtakeInstructions(context, latest.id)
  const waiting = found.filter(one => whyNotDecide(acting, one) === null).map(one => one.id)
  if (waiting.length === 0) return
  await tx
    .updateTable('clearance')
    .set(row => ({ state: 'cleared', decided_by: acting.accountId, decided_at: now, version: row('version', '+', 1) }))
    .where('id', 'in', waiting)
    .execute()
}

type Move = {
  from: readonly ClearanceState[]
  set: Updateable<DB['clearance']> & { state: ClearanceState }
}

/** One guarded step of what was submitted, or 'changed-meanwhile'. */
export async function moveClearance(
  tx: Tx,
  { clearanceId, version }: { clearanceId: string; version: number },
  { from, set }: Move,
): Promise<void> {
  const moved = await tx
    .updateTable('clearance')
    .set(row => ({ ...set, version: row('version', '+', 1) }))
    .where('id', '=', clearanceId)
    .where('version', '=', version)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw new Refusal('changed-meanwhile')
}

/** A decision on what waits. */
export const decideClearance = (
  { tx, acting, now }: CommandContext,
  submitted: { clearanceId: string; version: number },
  decision: { state: 'cleared' | 'returned'; due_on: IsoDate | null },
): Promise<void> =>
  moveClearance(tx, submitted, {
    from: ['submitted', 'forwarded'],
    set: { ...decision, decided_by: typeof acting === 'string' ? null : acting.accountId, decided_at: now },
  })

/** What was cleared waits for the leader again. */
export const reopenClearance = (tx: Tx, cleared: { clearanceId: string; version: number }): Promise<void> =>
  moveClearance(tx, cleared, { from: ['cleared'], set: { state: 'forwarded', decided_by: null, decided_at: null } })

/** Who has it now: the head of the unit, a leader, or who is to mend it. */
async function holdersOf(db: ReadDb, { bodyId, state, unitId }: Clearance, submittedBy: string | null, today: IsoDate) {
  if (state === 'submitted') return namesWith(db, { bodyId, role: 'head', unitId: unitId ?? undefined, today })
  if (state === 'forwarded') return namesWith(db, { bodyId, role: 'leader', today })
  return submittedBy === null ? [] : [submittedBy]
}

/** What a screen of the own side says of the latest clearance; null where nothing was submitted. */
export async function viewClearance(
  db: ReadDb,
  acting: Acting,
  { clearances, outgoing, today }: { clearances: readonly Clearance[]; outgoing: Outgoing | null; today: IsoDate },
) {
  const latest = clearances[0]
  if (!latest || typeof acting === 'string') return null
  const instructions = await instructionsOn(
    db,
    clearances.map(one => one.id),
  )
  const said = instructions.flatMap(one => [one.givenBy, one.doneBy])
  const ids = [latest.submittedBy, latest.forwardedBy, latest.decidedBy, ...said].filter(id => id !== null)
  const names = await db.selectFrom('account').select(['id', 'display_name']).where('id', 'in', ids).execute()
  const nameOf = (id: string | null) => names.find(one => one.id === id)?.display_name ?? null
  const headed = await unitsHeadedBy(db, acting, today)
  const fresh = latest.digest === outgoing?.digest && latest.step === outgoing.step
  const asked = { clearance: latest, headed }
  return {
    id: latest.id,
    version: latest.version,
    state: latest.state,
    step: latest.step,
    submittedBy: nameOf(latest.submittedBy),
    submittedAt: latest.submittedAt,
    holders: await holdersOf(db, latest, nameOf(latest.submittedBy), today),
    forwardedBy: nameOf(latest.forwardedBy),
    decidedBy: nameOf(latest.decidedBy),
    /** What was said of this submission and of earlier ones of the subject. */
    instructions: instructions.map(({ id, words, dueOn, givenBy, doneBy }) => ({
      id,
      words,
      dueOn,
      givenBy: nameOf(givenBy),
      doneBy: nameOf(doneBy),
    })),
    /** What was submitted is still what would go out. */
    fresh,
    can: {
      forward: fresh && whyNotForward(acting, asked) === null,
      clear: fresh && whyNotDecide(acting, latest) === null,
      return: whyNotReturn(acting, asked) === null,
      instruct: whyNotInstruct(acting, asked) === null,
    },
  }
}
