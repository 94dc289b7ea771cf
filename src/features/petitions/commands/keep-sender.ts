import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { sealName } from '../../../engine/keys/sealed-name.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { senderInput } from '../contract.ts'
import { forgottenOn, HANDLE, whyNotSender } from '../rules.ts'
import { getPetition } from '../store.ts'

/**
 * Keeps the name of who brought a petition, sealed under a key of its own; null takes it out. The name stands in no digest, no
 * audit row and no queue. A key that an earlier try has left behind is cleared away by the job.
 */
export const keepSender = command({
  name: 'petitions.keep-sender',
  permission: HANDLE,
  input: senderInput,
  secret: true,
  prepare: async ({ keys, read, acting }, { petitionId, sender }) => {
    if (sender === null) return null
    refuseIf(whyNotSender(acting, await read(db => getPetition(db, petitionId, acting))))
    return sealName(keys, sender, petitionId)
  },
  run: async ({ tx, acting, today }, { petitionId, version }, made) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotSender(acting, petition))
    if (!petition.content || (made && forgottenOn(petition) <= today)) throw new Refusal('petitions.forgotten')
    const { version: after } = await changeRow(tx, 'petition', { id: petitionId, version }, {})
    await tx
      .updateTable('petition_content')
      .set({ sender: made?.sealed ?? null, sender_key: made?.keyId ?? null })
      .where('petition_id', '=', petitionId)
      .execute()
    return {
      result: { petitionId, version: after },
      audit: { kind: 'petition', id: petitionId, detail: { sender: made ? 'kept' : 'taken-out' } },
    }
  },
})
