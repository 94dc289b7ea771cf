import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { addInput } from '../contract.ts'
import { WORK, whyNotFields } from '../rules.ts'
import { checkReplacing, columnsOf, refuseTwice } from '../store.ts'

/** Enters a document that a programme carries out. */
export const addDirective = command({
  name: 'directives.add-directive',
  permission: WORK,
  input: addInput,
  run: async ({ tx, acting, now, today }, { directiveId, programmeId, ...fields }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotFields(fields, directiveId, today))
    await getProgramme(tx, programmeId)
    await refuseTwice(tx, programmeId, fields, directiveId)
    await checkReplacing(tx, programmeId, fields.replacedBy)
    const by = { body_id: bodyId, created_by: accountId, created_at: now }
    await tx
      .insertInto('directive')
      .values({ id: directiveId, programme_id: programmeId, ...columnsOf(fields), ...by })
      .execute()
    return {
      result: { directiveId, version: 1 },
      audit: { kind: 'directive', id: directiveId, programme: programmeId, detail: { number: fields.number } },
    }
  },
})
