import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotRemove } from '../rules.ts'
import { countLinks, getDirective } from '../store.ts'

/** Takes a document that was entered by mistake out of the list. */
export const removeDirective = command({
  name: 'directives.remove-directive',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting, now }, { directiveId, version }) => {
    const found = await getDirective(tx, directiveId)
    refuseIf(whyNotRemove(acting, found, await countLinks(tx, directiveId)))
    const updated = await changeRow(tx, 'directive', { id: directiveId, version }, { removed_at: now })
    return {
      result: { directiveId, version: updated.version },
      audit: { kind: 'directive', id: directiveId, programme: found.programmeId, detail: { removed: true } },
    }
  },
})
