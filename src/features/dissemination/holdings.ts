import type { HoldingSource } from '../../engine/feature.ts'
import { listDisseminations } from './store.ts'

/** What the own staff are still to read, and whoever sent it looks after. */
export const disseminationHoldings: HoldingSource = {
  kind: 'dissemination',
  find: async ({ db, today }) => {
    const running = (await listDisseminations(db)).filter(one => one.dueOn >= today)
    return running.map(({ id, title, dueOn, createdBy }) => ({
      kind: 'dissemination',
      id,
      title,
      context: 'Quán triệt',
      address: `/quan-triet/${id}`,
      dueOn,
      accountId: createdBy,
    }))
  },
}
