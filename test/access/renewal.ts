import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import type { Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const parties = { own: workers, partner: workers }

const decided = (path: string) => ({ decisionId: newId(), path, version: 0, choice: 'keep' })

/** A programme of which both sides keep every clause. */
async function settledProgramme(stage: Stage) {
  const programmeId = await stage.programme()
  for (const actor of [stage.officer, stage.actor('partner', 'officer')])
    await stage.as(actor)('renewal.decide-clauses', { programmeId, decisions: [decided('II/1'), decided('II/2')] })
  return { draftId: newId(), programmeIds: [programmeId], from: 2031, to: 2035 }
}

/** Commands on the next programme in the table of rights. */
export const renewalRows: Record<string, Expected> = {
  'renewal.decide-clauses': {
    may: parties,
    arrange: async stage => ({ programmeId: await stage.programme(), decisions: [decided('II/1')] }),
  },
  'renewal.draft-next': { may: parties, arrange: settledProgramme },
}
