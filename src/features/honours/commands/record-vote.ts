import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { voteInput } from '../commendations/contract.ts'
import { isChosen } from '../commendations/forms.ts'
import { KEEP, whyNotVotes } from '../commendations/rules.ts'
import { takeStep } from '../commendations/steps.ts'

/** What the council voted, of each put forward: who reaches the share that the law asks is chosen. */
export const recordVote = command({
  name: 'honours.record-vote',
  permission: KEEP,
  input: voteInput,
  run: (context, { day, minutes, members, votes, commendationId, version }) =>
    takeStep(context, 'vote', { commendationId, version }, day, async ({ form }, lines) => {
      refuseIf(
        whyNotVotes(
          lines.map(line => line.id),
          votes,
          members,
        ),
      )
      for (const one of votes)
        await context.tx
          .updateTable('commendation_line')
          .set({ votes: one.votes, chosen: isChosen(form, one.votes, members) })
          .where('id', '=', one.lineId)
          .execute()
      return { state: 'voted', voted_on: day, minutes_number: minutes, members }
    }),
})
