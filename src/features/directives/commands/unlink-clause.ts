import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { clauseLinkInput } from '../contract.ts'
import { WORK, whyNotOwn } from '../rules.ts'
import { getDirective } from '../store.ts'

/** Takes back that a clause carries a document out: by the party that said so. */
export const unlinkClause = command({
  name: 'directives.unlink-clause',
  permission: WORK,
  input: clauseLinkInput,
  run: async ({ tx, acting }, { directiveId, clausePath }) => {
    const { programmeId } = await getDirective(tx, directiveId)
    const at = tx
      .selectFrom('directive_clause')
      .select('body_id')
      .where('directive_id', '=', directiveId)
      .where('clause_path', '=', clausePath)
    const link = await at.executeTakeFirst()
    if (!link) throw new Refusal('not-found', { what: 'clause' })
    refuseIf(whyNotOwn(acting, link.body_id))
    await tx
      .deleteFrom('directive_clause')
      .where('directive_id', '=', directiveId)
      .where('clause_path', '=', clausePath)
      .execute()
    return {
      result: { directiveId, clausePath },
      audit: { kind: 'directive', id: directiveId, programme: programmeId, detail: { clause: clausePath, off: true } },
    }
  },
})
