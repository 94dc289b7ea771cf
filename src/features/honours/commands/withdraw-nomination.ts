import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { lineIdInput } from '../commendations/contract.ts'
import { PROPOSE } from '../commendations/rules.ts'

/** Takes a nomination back while the round is open, by who made it or who keeps the round; its name goes with it. */
export const withdrawNomination = command({
  name: 'honours.withdraw-nomination',
  permission: PROPOSE,
  input: lineIdInput,
  run: async ({ tx }, { lineId }) => {
    const gone = await tx
      .deleteFrom('commendation_line')
      .where('id', '=', lineId)
      .returning(['commendation_id', 'sort'])
      .executeTakeFirst()
    if (!gone) throw new Refusal('not-found', { what: 'nomination' })
    return {
      result: { lineId },
      audit: { kind: 'commendation', id: gone.commendation_id, detail: { withdrawn: gone.sort } },
    }
  },
})
