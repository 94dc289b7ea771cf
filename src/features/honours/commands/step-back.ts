import type { Updateable } from 'kysely'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import type { DB } from '../../../engine/db/schema.generated.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { atInput } from '../commendations/contract.ts'
import { KEEP, stateBefore, whyNotStepBack } from '../commendations/rules.ts'
import { type Commendation, getCommendation } from '../commendations/store.ts'

/** What a round forgets with the step that is taken back. */
function without(round: Commendation): Updateable<DB['commendation']> {
  const { state } = round
  if (state === 'stopped') return { due_on: round.submissionDate === null ? round.dossierDue : round.ceremonyOn }
  if (state === 'dossier') return { submission_number: null, submission_date: null, due_on: round.dossierDue }
  if (state === 'voted') return { voted_on: null, minutes_number: null, members: null }
  if (state === 'decided') return { decision_number: null, decision_date: null }
  return { awarded_on: null, ceremony_place: null, due_on: round.ceremonyOn }
}

/** Takes the last step of a round back, shortly after it was taken and by who took it. */
export const stepBack = command({
  name: 'honours.step-back',
  permission: KEEP,
  input: atInput,
  run: async ({ tx, acting, now }, { commendationId, version }) => {
    const round = await getCommendation(tx, commendationId)
    refuseIf(whyNotStepBack(acting, round, now))
    const state = stateBefore(round.state, { voted: round.votedOn !== null, handedIn: round.submissionDate !== null })
    const { version: after } = await changeRow(
      tx,
      'commendation',
      { id: commendationId, version },
      { state, ...without(round), moved_at: round.movedAt },
    )
    if (round.state === 'voted' || (round.state === 'decided' && round.votedOn === null))
      await tx
        .updateTable('commendation_line')
        .set({ votes: null, chosen: null, amount: null, certificate: null })
        .where('commendation_id', '=', commendationId)
        .execute()
    return {
      result: { commendationId, version: after },
      audit: { kind: 'commendation', id: commendationId, programme: round.programmeId, detail: { back: round.state } },
    }
  },
})
