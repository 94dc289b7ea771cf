import type { Role } from '../../src/kernel/permissions.ts'
import { outcomeInput } from '../harness/outcomes.ts'
import type { Expected } from './expected.ts'
import { placesOf } from './petitions.ts'
import type { Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const parties = { own: workers, partner: workers }
const ours = { own: workers }

const inputOf = async (stage: Stage) => {
  const { communeId, otherCommuneId } = await placesOf(stage)
  return outcomeInput(await stage.programme(), [
    [communeId, 3],
    [otherCommuneId, 14],
  ])
}

export async function ownReport(stage: Stage) {
  const input = await inputOf(stage)
  await stage.as(stage.officer)('outcomes.record-report', input)
  return { reportId: input.reportId, version: 1 }
}

/** Commands on outcome figures in the table of rights. */
export const outcomeRows: Record<string, Expected> = {
  'outcomes.record-report': { may: parties, arrange: inputOf },
  'outcomes.change-report': {
    may: ours,
    arrange: async stage => {
      const { reportId: _id, programmeId: _programme, indicator: _indicator, year: _year, ...fields } = await inputOf(stage)
      return { ...(await ownReport(stage)), ...fields }
    },
  },
  'outcomes.remove-report': { may: ours, arrange: ownReport },
  'outcomes.restore-report': {
    may: ours,
    arrange: async stage => {
      const at = await ownReport(stage)
      await stage.as(stage.officer)('outcomes.remove-report', at)
      return { ...at, version: 2 }
    },
  },
}
