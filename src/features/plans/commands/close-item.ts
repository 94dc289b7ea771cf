import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { CLOSE, whyNotClose } from '../rules.ts'
import { closingOf, getItem, updateItem } from '../store.ts'
import { provenAmong } from '../sums.ts'

/** A leader says that an item without a target is done; at least one activity must show it. */
export const closeItem = command({
  name: 'plans.close-item',
  permission: CLOSE,
  input: z.strictObject({ itemId: uuid, version: z.int() }),
  run: async ({ tx, acting, now }, { itemId, version }) => {
    const item = await getItem(tx, itemId)
    const proven = (await provenAmong(tx, [itemId])).has(itemId)
    refuseIf(whyNotClose(acting, closingOf(item), proven))
    const closedBy = typeof acting === 'string' ? null : acting.accountId
    const updated = await updateItem(tx, { itemId, version }, { closed_at: now, closed_by: closedBy })
    return {
      result: { itemId, version: updated.version },
      audit: { kind: 'plan-item', id: itemId, programme: item.programmeId, detail: { closed: true } },
    }
  },
})
