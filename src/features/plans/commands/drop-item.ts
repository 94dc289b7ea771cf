import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { reasonText, uuid } from '../contract.ts'
import { WORK, whyNotDrop } from '../rules.ts'
import { getItem, openForChange, updateItem } from '../store.ts'
import { sumsOf } from '../sums.ts'

/** Leaves an item out of the year with a reason, which the other side reads with the plan. */
export const dropItem = command({
  name: 'plans.drop-item',
  permission: WORK,
  input: z.strictObject({ itemId: uuid, version: z.int(), reason: reasonText }),
  run: async (context, { itemId, version, reason }) => {
    const { tx } = context
    const item = await getItem(tx, itemId)
    await openForChange(context, item.planId)
    const { activities } = (await sumsOf(tx, item.programmeId, { itemIds: [itemId] }))(itemId)
    refuseIf(whyNotDrop({ dropped: item.droppedReason !== null, activities }))
    const updated = await updateItem(tx, { itemId, version }, { dropped_reason: reason })
    return {
      result: { itemId, version: updated.version },
      audit: { kind: 'plan-item', id: itemId, programme: item.programmeId, detail: { dropped: true, reason } },
    }
  },
})
