import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { lineIdInput } from '../commendations/contract.ts'
import { namesDue } from '../commendations/forgetting.ts'

/** Takes the sealed name of who was put forward out on its day. Its key is destroyed once no row names it. */
export const forgetNominee = command({
  name: 'honours.forget-nominee',
  permission: 'system',
  input: lineIdInput,
  run: async ({ tx, today }, { lineId }) => {
    const due = (await namesDue(tx, today, lineId))[0]
    refuseIf(due ? null : { code: 'honours.not-forgotten-yet' })
    const gone = await tx.deleteFrom('commendation_name').where('line_id', '=', lineId).returning('line_id').executeTakeFirst()
    if (!gone) throw new Refusal('honours.forgotten')
    await tx.updateTable('commendation_line').set({ forgotten_on: today }).where('id', '=', lineId).execute()
    const detail = { name: 'forgotten', day: due!.day }
    return { result: { lineId }, audit: { kind: 'commendation', id: due!.commendationId, detail } }
  },
})
