import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { parentInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { getParent } from '../store.ts'

/** Puts an upper text back. */
export const restoreParent = command({
  name: 'cascade.restore-parent',
  permission: WORK,
  input: parentInput,
  run: async ({ tx }, { upperId, version }) => {
    const { programmeId } = await getParent(tx, upperId)
    const changed = await changeRow(tx, 'parent_text', { id: upperId, version }, { removed_at: null })
    const detail = { removed: false }
    return { result: { upperId, ...changed }, audit: { kind: 'parent', id: upperId, programme: programmeId, detail } }
  },
})
