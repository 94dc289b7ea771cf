import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeInput } from '../contract.ts'
import { WORK, whyNotChange, whyNotFields } from '../rules.ts'
import { checkReplacing, columnsOf, getDirective, refuseTwice } from '../store.ts'

/** Puts right what is known of a document: its day, its issuer, since when another stands in its place. */
export const changeDirective = command({
  name: 'directives.change-directive',
  permission: WORK,
  input: changeInput,
  run: async ({ tx, acting, today }, { directiveId, version, ...fields }) => {
    const found = await getDirective(tx, directiveId)
    refuseIf(whyNotChange(acting, found) ?? whyNotFields(fields, directiveId, today))
    await refuseTwice(tx, found.programmeId, fields, directiveId)
    await checkReplacing(tx, found.programmeId, fields.replacedBy)
    const updated = await changeRow(tx, 'directive', { id: directiveId, version }, columnsOf(fields))
    return {
      result: { directiveId, version: updated.version },
      audit: { kind: 'directive', id: directiveId, programme: found.programmeId, detail: { changed: true } },
    }
  },
})
