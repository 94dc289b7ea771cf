import type { ReadDb } from '../../engine/db/database.ts'
import { type IsoDate, vietnamDate } from '../../kernel/dates.ts'
import { type PaperAct, type PaperSubjectKind, paperActsOf, type Sending, sendingsOf } from '../programmes/index.ts'
import { STEPS, type Step, urgeOn } from './contract.ts'

export type Exchanged = { sendings: Sending[]; acts: PaperAct[] }

/** Letters out and papers back about one subject. */
export async function exchangedAbout(db: ReadDb, kind: PaperSubjectKind, subjectId: string): Promise<Exchanged> {
  return { sendings: await sendingsOf(db, kind, subjectId), acts: await paperActsOf(db, kind, subjectId) }
}

const holds = (act: PaperAct): boolean => !act.withdrawn && act.contested === null

export type StepStanding = {
  step: Step
  digest: string
  /** The letter of ours with exactly this content; null where it has not been sent. */
  letter: { id: string; number: string; date: IsoDate } | null
  /** Since when its answer is waited for, and the day from which it is urged; null where nothing is waited for. */
  waits: { since: IsoDate; urgeOn: IsoDate } | null
}

/** Where each thing that can go to a body stands: not sent, waited for, answered. */
export function stepsOf(
  outgoing: Record<Step, string | null>,
  { sendings, acts }: Exchanged,
  between: { from: string; to: string },
): StepStanding[] {
  return STEPS.flatMap(step => {
    const digest = outgoing[step]
    if (digest === null) return []
    const letter = sendings.findLast(one => one.from === between.from && one.to === between.to && one.digest === digest) ?? null
    const answered = acts.some(act => act.bodyId === between.to && act.digest === digest && holds(act))
    const waits = letter && !answered ? { since: letter.date, urgeOn: urgeOn(letter.date) } : null
    return { step, digest, letter: letter && { id: letter.id, number: letter.number, date: letter.date }, waits }
  })
}

/** A recorded paper as a screen shows it. */
export const actView = ({ id, bodyId, kind, subjectId, act, digest, reason, paper, fileId, ...rest }: PaperAct) => ({
  id,
  bodyId,
  kind,
  subjectId,
  act,
  digest,
  reason,
  paper,
  fileId,
  recordedBody: rest.recordedBody,
  recordedOn: vietnamDate(rest.recordedAt),
  contested: rest.contested,
  withdrawn: rest.withdrawn,
})
