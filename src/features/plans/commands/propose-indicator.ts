import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { indicatorFields } from '../indicators/contract.ts'
import { whyNotIndicator } from '../indicators/rules.ts'
import { getCommitment, insertIndicator } from '../indicators/store.ts'
import { WORK } from '../rules.ts'

/** Writes down how the own side would measure a duty that the text leaves without a number. Nobody else sees it until it is sent. */
export const proposeIndicator = command({
  name: 'plans.propose-indicator',
  permission: WORK,
  input: z.strictObject({ indicatorId: uuid, commitmentId: uuid, ...indicatorFields }),
  run: async (context, { indicatorId, commitmentId, ...fields }) => {
    const { programmeId } = await getCommitment(context.tx, commitmentId)
    refuseIf(whyNotIndicator(fields))
    await insertIndicator(context, { id: indicatorId, programmeId, commitmentId }, fields)
    const { unit, min, max, per } = fields
    const detail = { commitment: commitmentId, unit, min, max, per }
    return {
      result: { indicatorId, version: 1 },
      audit: { kind: 'indicator', id: indicatorId, programme: programmeId, detail },
    }
  },
})
