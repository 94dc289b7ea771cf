import { command } from '../../../engine/command.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { whyNotElement } from '../../programmes/index.ts'
import { constructionLinkInput } from '../contract.ts'
import { getWork } from '../elements.ts'
import { WORK, whyNotOwn } from '../rules.ts'

/** Says which element of the target programme pays for a work. */
export const linkConstruction = command({
  name: 'directives.link-construction',
  permission: WORK,
  input: constructionLinkInput,
  run: async ({ tx, acting }, { element, constructionId }) => {
    const { bodyId } = personOf(acting)
    const work = await getWork(tx, constructionId)
    refuseIf(whyNotOwn(acting, work.body_id) ?? whyNotElement(element, work.starts_on ? yearOf(work.starts_on) : null))
    await tx
      .insertInto('element_construction')
      .values({ element, construction_id: constructionId, body_id: bodyId })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return {
      result: { element, constructionId },
      audit: { kind: 'construction', id: constructionId, detail: { element } },
    }
  },
})
