import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { WORK } from '../rules.ts'
import { getItem, openForChange, updateItem } from '../store.ts'

/** Takes an item that was left out back into the year. */
export const restoreItem = command({
  name: 'plans.restore-item',
  permission: WORK,
  input: z.strictObject({ itemId: uuid, version: z.int() }),
  run: async (context, { itemId, version }) => {
    const { tx } = context
    const item = await getItem(tx, itemId)
    await openForChange(context, item.planId)
    if (item.droppedReason === null) throw new Refusal('plans.item-not-dropped')
    const updated = await updateItem(tx, { itemId, version }, { dropped_reason: null })
    return {
      result: { itemId, version: updated.version },
      audit: { kind: 'plan-item', id: itemId, programme: item.programmeId, detail: { dropped: false } },
    }
  },
})
