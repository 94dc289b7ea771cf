import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { itemLinkInput } from '../contract.ts'
import { WORK, whyNotOwn } from '../rules.ts'

/** Takes a plan item off an element: by the party that linked it. */
export const unlinkItem = command({
  name: 'directives.unlink-item',
  permission: WORK,
  input: itemLinkInput,
  run: async ({ tx, acting }, { element, itemId }) => {
    const link = await tx
      .selectFrom('element_item')
      .select(['body_id', 'programme_id'])
      .where('element', '=', element)
      .where('item_id', '=', itemId)
      .executeTakeFirst()
    if (!link) throw new Refusal('not-found', { what: 'item' })
    refuseIf(whyNotOwn(acting, link.body_id))
    await tx.deleteFrom('element_item').where('element', '=', element).where('item_id', '=', itemId).execute()
    return {
      result: { element, itemId },
      audit: { kind: 'plan-item', id: itemId, programme: link.programme_id, detail: { element, off: true } },
    }
  },
})
