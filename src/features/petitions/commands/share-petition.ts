import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { LEAD, whyNotShare } from '../rules.ts'
import { getPetition } from '../store.ts'

/** A leader shows a petition to the parties of its programme: subject, field, commune, state and dates, as they stand from now on. */
export const sharePetition = command({
  name: 'petitions.share-petition',
  permission: LEAD,
  input: versionedInput,
  run: async ({ tx, acting, now }, { petitionId, version }) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotShare(acting, petition))
    const updated = await changeRow(tx, 'petition', { id: petitionId, version }, { shared_at: now })
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, programme: petition.programmeId, detail: { shared: true } },
    }
  },
})
