import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { layBefore } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { laidIndicator } from '../indicators/laying.ts'
import { holdIndicator } from '../indicators/store.ts'
import { WORK } from '../rules.ts'

/** Lays an indicator before the own head of unit and leader: the own side's to be sent, or another's to be agreed to. */
export const submitIndicator = command({
  name: 'plans.submit-indicator',
  permission: WORK,
  input: z.strictObject({ clearanceId: uuid, indicatorId: uuid }),
  run: async (context, { clearanceId, indicatorId }) => {
    const indicator = await holdIndicator(context.tx, indicatorId)
    return layBefore(context, clearanceId, await laidIndicator(context.tx, context.acting, indicator))
  },
})
