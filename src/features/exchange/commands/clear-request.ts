import { clearing } from '../../programmes/index.ts'
import { outgoingOf } from '../requests/laying.ts'
import { holdRequest } from '../requests/store.ts'

/** A leader lets a letter of the own side alone go, as it was submitted: the clerk gives it its number. */
export const clearRequest = clearing({
  name: 'exchange.clear-request',
  outgoingOf: async ({ tx }, acting, requestId) => outgoingOf(tx, acting, await holdRequest(tx, requestId)),
})
