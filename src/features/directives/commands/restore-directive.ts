import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotRestore } from '../rules.ts'
import { getDirective, refuseTwice } from '../store.ts'

/** Puts a document back into the list. */
export const restoreDirective = command({
  name: 'directives.restore-directive',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting }, { directiveId, version }) => {
    const found = await getDirective(tx, directiveId)
    refuseIf(whyNotRestore(acting, found))
    await refuseTwice(tx, found.programmeId, found, directiveId)
    const updated = await changeRow(tx, 'directive', { id: directiveId, version }, { removed_at: null })
    return {
      result: { directiveId, version: updated.version },
      audit: { kind: 'directive', id: directiveId, programme: found.programmeId, detail: { removed: false } },
    }
  },
})
