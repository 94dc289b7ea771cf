import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { HANDLE, whyNotHandle } from '../rules.ts'
import { getPetition } from '../store.ts'

/** Takes a petition out of its group; the others stay linked. */
export const ungroupPetition = command({
  name: 'petitions.ungroup-petition',
  permission: HANDLE,
  input: versionedInput,
  run: async ({ tx, acting }, { petitionId, version }) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotHandle(acting, petition))
    if (!petition.groupId) throw new Refusal('petitions.not-grouped')
    const updated = await changeRow(tx, 'petition', { id: petitionId, version }, { group_id: null })
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, detail: { groupLeft: petition.groupId } },
    }
  },
})
