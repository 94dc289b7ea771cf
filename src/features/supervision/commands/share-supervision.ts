import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { showPhotos } from '../photos.ts'
import { LEAD, whyNotShare } from '../rules.ts'
import { getSupervision } from '../store.ts'

/** A leader shows a supervision to the parties of its programme: plan, team, findings with pictures, answers, as they stand from now on. */
export const shareSupervision = command({
  name: 'supervision.share-supervision',
  permission: LEAD,
  input: versionedInput,
  run: async ({ tx, acting, now }, { supervisionId, version }) => {
    const found = await getSupervision(tx, supervisionId)
    refuseIf(whyNotShare(acting, found))
    const updated = await changeRow(tx, 'supervision', { id: supervisionId, version }, { shared_at: now })
    await showPhotos(tx, { ...found, shared: true })
    return {
      result: { supervisionId, version: updated.version },
      audit: { kind: 'supervision', id: supervisionId, programme: found.programmeId, detail: { shared: true } },
    }
  },
})
