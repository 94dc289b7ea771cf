import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { laidAmendment } from '../amendments/laying.ts'
import { WRITE } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { layBefore } from '../laying-before.ts'

/** Lays an amendment before the own head of unit and leader: the own side's to be sent, or another's to be agreed to. */
export const submitAmendment = command({
  name: 'programmes.submit-amendment',
  permission: WRITE,
  input: z.strictObject({ clearanceId: z.guid(), amendmentId: z.guid() }),
  run: async (context, { clearanceId, amendmentId }) =>
    layBefore(context, clearanceId, laidAmendment(context.acting, await standingOf(context.tx, amendmentId))),
})
