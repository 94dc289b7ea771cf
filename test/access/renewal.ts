import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import type { Side, Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const deciders: readonly Role[] = ['leader', 'authorised']
const parties = { own: workers, partner: workers }

const decided = (path: string) => ({ decisionId: newId(), path, version: 0, choice: 'keep' })

/** A programme of which both sides keep every clause. */
async function settledProgramme(stage: Stage) {
  const programmeId = await stage.programme()
  for (const actor of [stage.officer, stage.actor('partner', 'officer')])
    await stage.as(actor)('renewal.decide-clauses', { programmeId, decisions: [decided('II/1'), decided('II/2')] })
  return { draftId: newId(), programmeIds: [programmeId], from: 2031, to: 2035 }
}

const endingOf = async (stage: Stage, side: Side) => ({
  endingId: newId(),
  programmeId: await stage.programme(),
  intoId: null,
  effectiveOn: '2029-06-01',
  reason: 'Sáp nhập',
  paper: { number: '1/TB', date: '2026-01-05', fileId: await stage.file(stage.actor(side, 'officer')) },
})

export async function proposedEnding(stage: Stage) {
  const input = await endingOf(stage, 'own')
  await stage.as(stage.officer)('renewal.propose-ending', input)
  return { endingId: input.endingId, version: 1 }
}

/** Commands on the next programme in the table of rights. */
export const renewalRows: Record<string, Expected> = {
  'renewal.decide-clauses': {
    may: parties,
    arrange: async stage => ({ programmeId: await stage.programme(), decisions: [decided('II/1')] }),
  },
  'renewal.draft-next': { may: parties, arrange: settledProgramme },
  'renewal.propose-ending': { may: parties, arrange: (stage, _actor, side) => endingOf(stage, side) },
  'renewal.agree-ending': { may: { own: deciders, partner: deciders }, arrange: proposedEnding },
  'renewal.withdraw-ending': { may: { own: deciders, partner: deciders }, arrange: proposedEnding },
}
