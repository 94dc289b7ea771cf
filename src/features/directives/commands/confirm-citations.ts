import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkClause, getProgramme } from '../../programmes/index.ts'
import { confirmInput } from '../contract.ts'
import { WORK, whyNotFields } from '../rules.ts'
import { columnsOf, refuseTwice } from '../store.ts'

const STANDS = { endedOn: null, replacedBy: null }

/** Takes over documents that the reading of a programme found, each with the clauses that carry it out, after a person has looked. */
export const confirmCitations = command({
  name: 'directives.confirm-citations',
  permission: WORK,
  input: confirmInput,
  run: async ({ tx, acting, now, today }, { programmeId, citations }) => {
    const { bodyId, accountId } = personOf(acting)
    await getProgramme(tx, programmeId)
    const of = { programme_id: programmeId, body_id: bodyId }
    for (const { directiveId, clausePaths, ...cited } of citations) {
      const fields = { ...cited, ...STANDS }
      refuseIf(whyNotFields(fields, directiveId, today))
      await refuseTwice(tx, programmeId, fields, directiveId)
      const by = { created_by: accountId, created_at: now }
      await tx
        .insertInto('directive')
        .values({ id: directiveId, ...of, ...columnsOf(fields), ...by })
        .execute()
      for (const clause_path of new Set(clausePaths)) {
        await checkClause(tx, programmeId, clause_path)
        await tx
          .insertInto('directive_clause')
          .values({ directive_id: directiveId, clause_path, ...of })
          .execute()
      }
    }
    return {
      result: { directiveIds: citations.map(one => one.directiveId) },
      audit: { kind: 'programme', id: programmeId, programme: programmeId, detail: { citations: citations.length } },
    }
  },
})
