import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { groupInput } from '../contract.ts'
import { HANDLE, whyNotHandle } from '../rules.ts'
import { getPetition } from '../store.ts'

/** Links a petition with another of the same matter: it joins that one's group, or both begin a new one. Each keeps its own end. */
export const groupPetition = command({
  name: 'petitions.group-petition',
  permission: HANDLE,
  input: groupInput,
  run: async ({ tx, acting }, { petitionId, version, withPetitionId, groupId: fresh }) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotHandle(acting, petition))
    const other = await getPetition(tx, withPetitionId, acting)
    if (other.bodyId !== petition.bodyId || other.id === petition.id) throw new Refusal('petitions.cannot-group')
    const groupId = other.groupId ?? fresh
    if (!other.groupId) await changeRow(tx, 'petition', other, { group_id: groupId })
    const updated = await changeRow(tx, 'petition', { id: petitionId, version }, { group_id: groupId })
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, detail: { group: groupId, with: withPetitionId } },
    }
  },
})
