import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { showPhotos } from '../photos.ts'
import { LEAD, whyNotUnshare } from '../rules.ts'
import { getSupervision } from '../store.ts'

/** A leader shows a supervision no longer; what others have read they have read. */
export const unshareSupervision = command({
  name: 'supervision.unshare-supervision',
  permission: LEAD,
  input: versionedInput,
  run: async ({ tx, acting }, { supervisionId, version }) => {
    const found = await getSupervision(tx, supervisionId)
    refuseIf(whyNotUnshare(acting, found))
    const updated = await changeRow(tx, 'supervision', { id: supervisionId, version }, { shared_at: null })
    await showPhotos(tx, { ...found, shared: false })
    return {
      result: { supervisionId, version: updated.version },
      audit: { kind: 'supervision', id: supervisionId, programme: found.programmeId, detail: { shared: false } },
    }
  },
})
