import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { decisionInput } from '../commendations/contract.ts'
import { KEEP, whyNotAwards } from '../commendations/rules.ts'
import { takeStep } from '../commendations/steps.ts'

/** The decision by number and day, and whom it commends, with the money and the certificate of each; the others are not chosen. */
export const recordDecision = command({
  name: 'honours.record-decision',
  permission: KEEP,
  input: decisionInput,
  run: (context, { number, date, awards, commendationId, version }) =>
    takeStep(context, 'decide', { commendationId, version }, date, async ({ votedOn }, lines) => {
      const choosable = lines.filter(line => votedOn === null || line.chosen).map(line => line.id)
      refuseIf(whyNotAwards(choosable, awards))
      const { tx } = context
      await tx
        .updateTable('commendation_line')
        .set({ chosen: false })
        .where('commendation_id', '=', commendationId)
        .where(
          'id',
          'not in',
          awards.map(one => one.lineId),
        )
        .execute()
      for (const { lineId, amount, certificate } of awards)
        await tx
          .updateTable('commendation_line')
          .set({ chosen: true, amount, certificate: certificate.trim() || null })
          .where('id', '=', lineId)
          .execute()
      return { state: 'decided', decision_number: number, decision_date: date }
    }),
})
