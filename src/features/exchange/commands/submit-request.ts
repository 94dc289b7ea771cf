import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { layBefore } from '../../programmes/index.ts'
import { laidRequest } from '../requests/laying.ts'
import { WRITE } from '../requests/rules.ts'
import { holdRequest } from '../requests/store.ts'

/** Lays a letter to a body outside before the own head of unit and leader. */
export const submitRequest = command({
  name: 'exchange.submit-request',
  permission: WRITE,
  input: z.strictObject({ clearanceId: z.guid(), requestId: z.guid() }),
  run: async (context, { clearanceId, requestId }) => {
    const { tx, acting } = context
    return layBefore(context, clearanceId, await laidRequest(tx, acting, await holdRequest(tx, requestId)))
  },
})
