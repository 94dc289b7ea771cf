import type { InputOf } from '../../../engine/query.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import type { decideClauses } from '../commands/decide-clauses.ts'
import type { Choice } from '../contract.ts'
import type { Line } from './next-page.tsx'

type Input = InputOf<typeof decideClauses>
type Decided = Input['decisions'][number]

/** What the own side has decided on a line; undefined while nothing stands. */
export const ownDecision = (line: Line) => line.decisions.find(one => one.bodyId === line.seat)

/** A decision to send, over the row that stands or was taken back. */
export function asDecided(line: Line, choice: Choice | null, said: { text?: string; reason?: string } = {}): Decided {
  const held = ownDecision(line) ?? line.withdrawn.find(one => one.bodyId === line.seat)
  const filled = Object.fromEntries(Object.entries(said).filter(([, words]) => words?.trim()))
  return { decisionId: held?.id ?? newId(), version: held?.version ?? 0, path: line.path, choice, ...filled }
}

/** Lines on which the own side can follow the proposal as it stands: a change needs its words first. */
export const followable = (lines: readonly Line[]): Line[] =>
  lines.filter(line => !ownDecision(line) && line.proposal.choice !== 'change')

export function useDecide(programmeId: string) {
  const command = useCommand<Input>('renewal.decide-clauses')
  return {
    busy: command.state === 'sending',
    problem: command.problem,
    command,
    send: (decisions: Decided[]) => command.send({ programmeId, decisions }),
  }
}
