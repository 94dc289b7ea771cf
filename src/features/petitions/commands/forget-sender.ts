import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { petitionIdInput } from '../contract.ts'
import { forgottenOn } from '../rules.ts'
import { getPetition } from '../store.ts'

/** Takes a sealed name out on its day. Its key is destroyed by the job, once no row names it. */
export const forgetSender = command({
  name: 'petitions.forget-sender',
  permission: 'system',
  input: petitionIdInput,
  run: async ({ tx, acting, today }, { petitionId }) => {
    const petition = await getPetition(tx, petitionId, acting)
    const day = forgottenOn(petition)
    refuseIf(day > today ? { code: 'petitions.not-forgotten-yet', data: { day } } : null)
    const gone = await tx
      .updateTable('petition_content')
      .set({ sender: null, sender_key: null, forgotten_on: today })
      .where('petition_id', '=', petitionId)
      .where('sender_key', 'is not', null)
      .returning('petition_id')
      .executeTakeFirst()
    if (!gone) throw new Refusal('petitions.forgotten')
    return { result: { petitionId }, audit: { kind: 'petition', id: petitionId, detail: { sender: 'forgotten', day } } }
  },
})
