import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { assignWorkInput, unitsHeadedBy } from '../../agencies/index.ts'
import { giveTo } from '../handing.ts'
import { HANDLE, whyNotGive } from '../rules.ts'
import { getPetition } from '../store.ts'

/** Hands petitions of one handler on to another, many at once. */
export const handOver = command({
  name: 'petitions.hand-over',
  permission: HANDLE,
  input: assignWorkInput,
  run: async ({ tx, acting, today }, { subjects, accountId }) => {
    const headed = await unitsHeadedBy(tx, personOf(acting), today)
    for (const { id } of subjects) {
      const petition = await getPetition(tx, id, acting)
      refuseIf(whyNotGive(acting, petition, headed))
      await giveTo(tx, petition, { handler: accountId, version: petition.version })
    }
    const detail = { petitions: subjects.map(({ id }) => id) }
    return { result: { assigned: subjects.length }, audit: { kind: 'account', id: accountId, detail } }
  },
})
