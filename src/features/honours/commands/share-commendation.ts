import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { atInput } from '../commendations/contract.ts'
import { SHOW, whyNotShow } from '../commendations/rules.ts'
import { getCommendation } from '../commendations/store.ts'

/** Lets the other parties of the programme put forward, too: they see occasion, form and term, and what they put forward themselves. */
export const shareCommendation = command({
  name: 'honours.share-commendation',
  permission: SHOW,
  input: atInput,
  run: async ({ tx, acting, now }, { commendationId, version }) => {
    const round = await getCommendation(tx, commendationId)
    refuseIf(whyNotShow(acting, round))
    const { version: after } = await changeRow(tx, 'commendation', { id: commendationId, version }, { shared_at: now })
    return {
      result: { commendationId, version: after },
      audit: { kind: 'commendation', id: commendationId, programme: round.programmeId, detail: { shared: true } },
    }
  },
})
