import type { Insertable } from 'kysely'
import type { CommandContext } from '../../engine/command.ts'
import { changeRow } from '../../engine/db/change-row.ts'
import type { Tx } from '../../engine/db/database.ts'
import type { DB } from '../../engine/db/schema.generated.ts'
import { personOf } from '../../kernel/permissions.ts'
import { refuseIf } from '../../kernel/refusal.ts'
import { termOf } from './clocks.ts'
import type { StepKind, Term } from './contract.ts'
import { provinceClocks } from './due.ts'
import { type End, type EndingStep, endAfter, isEnding, type Outcome, waitsFor, whyNotFindings } from './ends.ts'
import { askedEnds } from './load-ends.ts'
import { stateAfter, whyNotDay, whyNotPaperDay, whyNotStep, whyNotTerm } from './rules.ts'
import { getSupervision, type Supervision } from './store.ts'

export type StepInput = {
  supervisionId: string
  version: number
  stepId: string
  day: string
  summary?: string
  outcome?: Outcome
  findingIds?: string[] | undefined
  addressee?: string
  paperNumber?: string
  paperDate?: string
  term?: Term | undefined
}

/** The columns that a step moves; kept with it, so that it can be taken back. */
export type Before = {
  state: string
  due_on: string | null
  due_basis: string | null
  last_day: string | null
  closed_on: string | null
}
const before = ({ state, dueOn, dueBasis, lastDay, closedOn }: Supervision): Before => ({
  state,
  due_on: dueOn,
  due_basis: dueBasis,
  last_day: lastDay,
  closed_on: closedOn,
})

type StepColumns = Partial<Insertable<DB['supervision_step']>>

/** Takes one step where the rules allow it, and sets the next term. One audit entry, without a word of what was written. */
export async function takeStep({ tx, acting, now, today }: CommandContext, kind: StepKind, input: StepInput) {
  const { supervisionId, version, stepId, day, summary = '', outcome, addressee, paperNumber, paperDate } = input
  const { accountId } = personOf(acting)
  const found = await getSupervision(tx, supervisionId)
  refuseIf(whyNotStep(acting, kind, found) ?? whyNotDay(day, found, today))
  if (kind === 'answer' && paperDate) refuseIf(whyNotPaperDay(paperDate, found))
  const told = isEnding(kind)
    ? await findingsTold(tx, found.id, { kind, outcome: outcome!, day }, input.findingIds)
    : NOTHING_TOLD
  const state = stateAfter(kind, told.ends)
  // A remedy of some findings leaves the rest their day.
  const stays = kind === 'remedy' && state === found.state && found.dueOn && { on: found.dueOn, basis: found.dueBasis! }
  const term = input.term ?? (stays || termOf(state, found, day, await provinceClocks(tx)))
  refuseIf(whyNotTerm(term, day, input.term))
  const due = { due_on: term?.on ?? null, due_basis: term?.basis ?? null }
  const moved = { state, ...due, last_day: day, closed_on: state === 'closed' ? day : null }
  const { version: after } = await changeRow(tx, 'supervision', { id: supervisionId, version }, moved)
  const paper: StepColumns = { addressee: addressee ?? null, paper_number: paperNumber ?? null, paper_date: paperDate ?? null }
  const who = { supervision_id: supervisionId, body_id: found.bodyId, created_by: accountId, created_at: now }
  await tx
    .insertInto('supervision_step')
    .values({
      id: stepId,
      ...who,
      kind,
      day,
      summary,
      outcome: outcome ?? null,
      ...paper,
      ...due,
      before: JSON.stringify(before(found)),
    })
    .execute()
  const of = { step_id: stepId, supervision_id: supervisionId, body_id: found.bodyId }
  if (told.findings.length > 0)
    await tx
      .insertInto('step_finding')
      .values(told.findings.map(finding_id => ({ ...of, finding_id })))
      .execute()
  return {
    result: { supervisionId, stepId, version: after },
    audit: { kind: 'supervision', id: supervisionId, programme: found.programmeId, detail: { step: kind, day, state } },
  }
}

const NOTHING_TOLD: { findings: string[]; ends: End[] } = { findings: [], ends: [] }

/** The findings that a remedy or a second look tells of, and how all that asked for something stand after it. */
async function findingsTold(tx: Tx, supervisionId: string, step: EndingStep, named: readonly string[] | undefined) {
  const ends = await askedEnds(tx, supervisionId)
  const findings = [...new Set(named ?? [...ends.keys()].filter(id => waitsFor(step.kind, ends.get(id)!)))]
  refuseIf(whyNotFindings(step.kind, findings, ends))
  for (const id of findings) ends.set(id, endAfter(ends.get(id)!, step))
  return { findings, ends: [...ends.values()] }
}
