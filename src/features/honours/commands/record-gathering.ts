import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { gatheringInput } from '../contract.ts'
import { HANDLE, whyNotYet } from '../rules.ts'
import { checkParty } from '../store.ts'

/** Records what was done for all of them together: sessions, turns and money, nobody's presence. */
export const recordGathering = command({
  name: 'honours.record-gathering',
  permission: HANDLE,
  input: gatheringInput,
  run: async ({ tx, acting, now, today }, { gatheringId, kind, heldOn, sessions, turns, amount, programmeId }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotYet(heldOn, today))
    await checkParty(tx, bodyId, programmeId)
    const added = await tx
      .insertInto('honour_gathering')
      .values({
        id: gatheringId,
        body_id: bodyId,
        kind,
        held_on: heldOn,
        sessions,
        turns,
        amount,
        programme_id: programmeId ?? null,
        created_by: accountId,
        created_at: now,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // The form keeps its id: sent again after a lost answer and a reload, it does not stand twice.
    if (!added) throw new Refusal('honours.recorded-already')
    return {
      result: { gatheringId, version: 1 },
      audit: { kind: 'honour-gathering', id: gatheringId, programme: programmeId ?? null, detail: { kind, heldOn } },
    }
  },
})
