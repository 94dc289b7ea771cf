import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { parentInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { getParent } from '../store.ts'

/** Takes out an upper text that was entered by mistake. */
export const removeParent = command({
  name: 'cascade.remove-parent',
  permission: WORK,
  input: parentInput,
  run: async ({ tx, now }, { upperId, version }) => {
    const { programmeId } = await getParent(tx, upperId)
    const changed = await changeRow(tx, 'parent_text', { id: upperId, version }, { removed_at: now })
    const detail = { removed: true }
    return { result: { upperId, ...changed }, audit: { kind: 'parent', id: upperId, programme: programmeId, detail } }
  },
})
