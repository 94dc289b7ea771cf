import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { constructionLinkInput } from '../contract.ts'
import { WORK, whyNotOwn } from '../rules.ts'

/** Takes a work off an element. */
export const unlinkConstruction = command({
  name: 'directives.unlink-construction',
  permission: WORK,
  input: constructionLinkInput,
  run: async ({ tx, acting }, { element, constructionId }) => {
    const link = await tx
      .selectFrom('element_construction')
      .select('body_id')
      .where('element', '=', element)
      .where('construction_id', '=', constructionId)
      .executeTakeFirst()
    if (!link) throw new Refusal('not-found', { what: 'construction' })
    refuseIf(whyNotOwn(acting, link.body_id))
    await tx
      .deleteFrom('element_construction')
      .where('element', '=', element)
      .where('construction_id', '=', constructionId)
      .execute()
    return {
      result: { element, constructionId },
      audit: { kind: 'construction', id: constructionId, detail: { element, off: true } },
    }
  },
})
