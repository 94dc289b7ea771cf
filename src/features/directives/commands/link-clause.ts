import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkClause } from '../../programmes/index.ts'
import { clauseLinkInput } from '../contract.ts'
import { WORK, whyNotOwn } from '../rules.ts'
import { getDirective } from '../store.ts'

/** Says that a clause carries a document out; its activities count with it. */
export const linkClause = command({
  name: 'directives.link-clause',
  permission: WORK,
  input: clauseLinkInput,
  run: async ({ tx, acting }, { directiveId, clausePath }) => {
    const { bodyId } = personOf(acting)
    const { programmeId } = await getDirective(tx, directiveId)
    refuseIf(whyNotOwn(acting, bodyId))
    await checkClause(tx, programmeId, clausePath)
    await tx
      .insertInto('directive_clause')
      .values({ directive_id: directiveId, clause_path: clausePath, programme_id: programmeId, body_id: bodyId })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return {
      result: { directiveId, clausePath },
      audit: { kind: 'directive', id: directiveId, programme: programmeId, detail: { clause: clausePath } },
    }
  },
})
