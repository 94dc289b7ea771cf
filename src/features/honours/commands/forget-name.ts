import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recognitionIdInput } from '../contract.ts'
import { forgottenOn } from '../rules.ts'
import { getRecognition } from '../store.ts'

/** Takes a sealed name out on its day. Its key is destroyed once no row names it. */
export const forgetName = command({
  name: 'honours.forget-name',
  permission: 'system',
  input: recognitionIdInput,
  run: async ({ tx, today }, { recognitionId }) => {
    const { endedOn } = await getRecognition(tx, recognitionId)
    const day = endedOn && forgottenOn(endedOn)
    refuseIf(day === null || day > today ? { code: 'honours.not-forgotten-yet', data: { day } } : null)
    const gone = await tx
      .deleteFrom('recognition_name')
      .where('recognition_id', '=', recognitionId)
      .returning('recognition_id')
      .executeTakeFirst()
    if (!gone) throw new Refusal('honours.forgotten')
    await tx.updateTable('recognition').set({ forgotten_on: today }).where('id', '=', recognitionId).execute()
    return { result: { recognitionId }, audit: { kind: 'recognition', id: recognitionId, detail: { name: 'forgotten', day } } }
  },
})
