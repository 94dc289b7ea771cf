import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { unitsHeadedBy } from '../../agencies/index.ts'
import { assignInput } from '../contract.ts'
import { giveTo } from '../handing.ts'
import { HANDLE, whyNotGive } from '../rules.ts'
import { getPetition } from '../store.ts'

/** Whoever handles a petition, the head of the unit or a leader gives it to another officer of the body. */
export const assignPetition = command({
  name: 'petitions.assign-petition',
  permission: HANDLE,
  input: assignInput,
  run: async ({ tx, acting, today }, { petitionId, version, handler }) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotGive(acting, petition, await unitsHeadedBy(tx, personOf(acting), today)))
    const updated = await giveTo(tx, petition, { handler, version })
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, programme: petition.programmeId, detail: { handler } },
    }
  },
})
