import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { layBefore } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { laidKind } from '../own-kinds/laying.ts'
import { holdOwnKind } from '../own-kinds/store.ts'
import { WORK } from '../rules.ts'

/** Lays a kind of work before the own head of unit and leader: the own side's to be sent, or another's to be agreed to. */
export const submitKind = command({
  name: 'activities.submit-kind',
  permission: WORK,
  input: z.strictObject({ clearanceId: uuid, kindId: uuid }),
  run: async (context, { clearanceId, kindId }) => {
    const kind = await holdOwnKind(context.tx, kindId)
    return layBefore(context, clearanceId, await laidKind(context.tx, context.acting, kind))
  },
})
