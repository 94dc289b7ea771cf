import { useCommand } from '../../../ui/client/hooks.ts'
import type { What } from './answer-choices.ts'
import { type AskedLine, REFRESH, type Subject } from './types.ts'

export type Answered = Record<string, { taken: boolean; reason: string }>
type Fields = { actId: string; bodyId: string; digest: string; number: string; date: string; fileId: string }
type Said = { reason: string; answers: Answered; lines: readonly AskedLine[] }

/** Which command writes a paper down: it belongs to what the paper is about. */
function commandFor(kind: Subject['kind'], what: What | ''): string {
  if (kind === 'package') return 'exchange.record-paper-receipt'
  if (what === 'return' || what === '') return 'post.record-return'
  if (what === 'agree') return 'post.record-agreement'
  return `plans.record-paper-${what === 'answer' ? 'answers' : 'counter'}`
}

function subjectOf(subject: Subject, what: What | ''): object {
  const { kind, id } = subject
  if (kind === 'package') return { packageId: id, version: subject.version }
  return what === 'return' || what === 'agree' ? { kind, subjectId: id } : { planId: id }
}

function saidOf(kind: Subject['kind'], what: What | '', { reason, answers, lines }: Said): object {
  if (kind === 'package') return { returned: what === 'return' ? reason.trim() : null }
  if (what === 'return') return { reason: reason.trim() }
  if (what !== 'answer') return {}
  const returned = (id: string) => (answers[id]?.taken ? null : (answers[id]?.reason.trim() ?? ''))
  return { answers: lines.map(({ proposalId, version }) => ({ proposalId, version, returned: returned(proposalId) })) }
}

/** Writes a paper down by the command that its words ask for. */
export function useRecord(subject: Subject, what: What | '') {
  const command = useCommand<object>(commandFor(subject.kind, what), { refresh: REFRESH })
  const record = (fields: Fields, said: Said) =>
    command.send({ ...subjectOf(subject, what), ...fields, ...saidOf(subject.kind, what, said) })
  return { command, record }
}
