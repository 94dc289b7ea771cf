import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { whyNotElement } from '../../programmes/index.ts'
import { itemLinkInput } from '../contract.ts'
import { getItem } from '../elements.ts'
import { WORK, whyNotOwn } from '../rules.ts'

/** Says which element of the target programme a plan item serves. */
export const linkItem = command({
  name: 'directives.link-item',
  permission: WORK,
  input: itemLinkInput,
  run: async ({ tx, acting }, { element, itemId }) => {
    const { bodyId } = personOf(acting)
    const item = await getItem(tx, itemId)
    refuseIf(whyNotOwn(acting, bodyId) ?? whyNotElement(element, item.year))
    await tx
      .insertInto('element_item')
      .values({ element, item_id: itemId, programme_id: item.programme_id, body_id: bodyId })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return {
      result: { element, itemId },
      audit: { kind: 'plan-item', id: itemId, programme: item.programme_id, detail: { element } },
    }
  },
})
