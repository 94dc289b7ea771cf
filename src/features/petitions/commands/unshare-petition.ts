import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { LEAD, whyNotUnshare } from '../rules.ts'
import { getPetition } from '../store.ts'

/** Keeps a petition to the own side again. */
export const unsharePetition = command({
  name: 'petitions.unshare-petition',
  permission: LEAD,
  input: versionedInput,
  run: async ({ tx, acting }, { petitionId, version }) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotUnshare(acting, petition))
    const updated = await changeRow(tx, 'petition', { id: petitionId, version }, { shared_at: null })
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, programme: petition.programmeId, detail: { shared: false } },
    }
  },
})
