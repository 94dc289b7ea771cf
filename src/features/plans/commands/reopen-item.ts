import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { CLOSE, whyNotReopen } from '../rules.ts'
import { getItem, updateItem } from '../store.ts'

/** Takes a closing back. */
export const reopenItem = command({
  name: 'plans.reopen-item',
  permission: CLOSE,
  input: z.strictObject({ itemId: uuid, version: z.int() }),
  run: async ({ tx, acting }, { itemId, version }) => {
    const item = await getItem(tx, itemId)
    refuseIf(whyNotReopen(acting, { closed: item.closedAt !== null }))
    const updated = await updateItem(tx, { itemId, version }, { closed_at: null, closed_by: null })
    return {
      result: { itemId, version: updated.version },
      audit: { kind: 'plan-item', id: itemId, programme: item.programmeId, detail: { closed: false } },
    }
  },
})
