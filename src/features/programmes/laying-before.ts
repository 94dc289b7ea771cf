import type { CommandContext } from '../../engine/command.ts'
import { type Question, question } from '../../engine/db/together.ts'
import type { Deadline } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { unitsHeadedBy } from '../agencies/index.ts'
import {
  type Clearance,
  type ClearanceKind,
  clearancesOf,
  isWaiting,
  type Outgoing,
  type Subject,
  submit,
  viewClearance,
  whyNotDecide,
  whyNotDecider,
  whyNotSubmit,
} from './clearances.ts'
import { namesOfProgrammes } from './store.ts'

type Standing = { ours: boolean; kept: boolean; open: boolean; agreedByUs: boolean; digest: string }

/** What the own leader is wanted for: to send what is kept by the own side, or to agree to what another has proposed. */
export function leadersStep({ ours, kept, open, agreedByUs, digest }: Standing): Outgoing | null {
  if (kept) return ours ? { step: 'share', digest } : null
  return open && !ours && !agreedByUs ? { step: 'agree', digest } : null
}

type Laid = { subject: Subject; outgoing: Outgoing | null }

const isSubmitted = (clearances: readonly Clearance[], outgoing: Outgoing | null): boolean =>
  clearances.some(one => isWaiting(one) && one.step === outgoing?.step && one.digest === outgoing.digest)

/** Lays before the own head of unit and leader what is to go out, or refuses by the rules: what a command of submitting answers and leaves in the audit. */
export async function layBefore(context: CommandContext, clearanceId: string, { subject, outgoing }: Laid) {
  const { tx, acting } = context
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const clearances = await clearancesOf(tx, acting.bodyId, subject.kind, subject.id)
  refuseIf(whyNotSubmit(acting, { outgoing: outgoing !== null, submitted: isSubmitted(clearances, outgoing) }))
  const id = await submit(context, acting, { clearanceId, subject, outgoing: outgoing! })
  const detail = { about: subject.kind, subject: subject.id, step: outgoing!.step }
  return { result: { clearanceId: id }, audit: { kind: 'clearance', id, programme: subject.programmeId, detail } }
}

/** What a screen of the own side shows: the latest submission while its step is still to be taken, and whether one may submit. `known` are its clearances where a list has them. */
export async function layingOf({ db, acting, today }: QueryContext, { subject, outgoing }: Laid, known?: readonly Clearance[]) {
  if (typeof acting === 'string' || outgoing === null) return { clearance: null, submits: null }
  const clearances = known ?? (await clearancesOf(db, acting.bodyId, subject.kind, subject.id))
  const submitted = isSubmitted(clearances, outgoing)
  const submits =
    whyNotDecider(acting, { ...subject, step: outgoing.step }) !== null &&
    whyNotSubmit(acting, { outgoing: true, submitted }) === null
  const ofStep = clearances.filter(one => one.step === outgoing.step)
  const clearance = await viewClearance(db, acting, { clearances: ofStep, outgoing, today })
  return { clearance, submits: submits ? (outgoing.step as 'share' | 'agree' | 'send') : null }
}

/** How something that was laid before the leader is named, and what is still to be done with it. */
export type LaidLine = { title: string; address: string; outgoing: Outgoing | null }

/** What waits inside the own side, or came back. */
export type Waiting = Pick<Clearance, 'id' | 'programmeId' | 'kind' | 'subjectId' | 'step' | 'state' | 'unitId' | 'dueOn'>

/** Of the own side's latest clearances of a kind those that wait for this person — to send on, to decide or to mend — as lines. */
export function whatWaits(
  { db, acting, today }: QueryContext,
  kind: ClearanceKind,
  linesOf: (waiting: readonly Waiting[]) => Promise<Deadline[]>,
): Question<Deadline[]> | null {
  if (typeof acting === 'string') return null
  const submitted = db
    .selectFrom('clearance')
    .select(['id', 'programme_id as programmeId', 'subject_kind as kind', 'subject_id as subjectId', 'step', 'state'])
    .select(['unit_id as unitId', 'due_on as dueOn'])
    .where('body_id', '=', acting.bodyId)
    .where('subject_kind', '=', kind)
    .orderBy('submitted_at', 'desc')
  return question({ submitted }, async rows => {
    const latest = [...Map.groupBy(rows.submitted as Waiting[], one => one.subjectId).values()].map(of => of[0]!)
    const heads = acting.roles.includes('head') && latest.some(one => one.state === 'submitted')
    const headed = heads ? await unitsHeadedBy(db, acting, today) : []
    const waiting = latest.filter(one => {
      if (one.state === 'submitted') return headed.includes(one.unitId ?? '')
      if (one.state === 'forwarded') return whyNotDecide(acting, one) === null
      return one.state === 'returned' && acting.roles.some(role => role === 'officer' || role === 'head')
    })
    return waiting.length === 0 ? [] : linesOf(waiting)
  })
}

/** What of one kind waits inside the own side for the head of the unit or the leader, and what came back with an instruction. */
export const layingLines = (
  context: QueryContext,
  kind: ClearanceKind,
  lineOf: (subjectId: string) => Promise<LaidLine>,
): Question<Deadline[]> | null =>
  whatWaits(context, kind, async waiting => {
    const programmes = await namesOfProgrammes(context.db)
    const lines: Deadline[] = []
    for (const { id, subjectId, programmeId, state, step, dueOn } of waiting) {
      const programme = programmes.get(programmeId)
      if (programme === undefined) continue
      const { title, address, outgoing } = await lineOf(subjectId)
      if (outgoing?.step !== step) continue
      const back = state === 'returned'
      const words = back ? `Sửa ${title} theo ý kiến chỉ đạo` : `Duyệt ${title}`
      const line = { id, programmeId, title: words, context: programme, address, dueOn, personal: true } as const
      lines.push({
        kind: `${kind}-clearance`,
        waits: 'us',
        role: 'lead',
        step: back ? 'step.edit-laid' : 'step.clear-laid',
        ...line,
      })
    }
    return lines
  })
