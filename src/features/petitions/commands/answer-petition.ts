import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { answerInput } from '../contract.ts'
import { ownTerm } from '../due.ts'
import { HANDLE, whyNotPaperDay, whyNotTerm } from '../rules.ts'
import { askedOn, takeStep } from '../steps.ts'

/** Notes what the competent body has answered: its paper and a summary. Whether that settles the matter, the people there say. */
export const answerPetition = command({
  name: 'petitions.answer-petition',
  permission: HANDLE,
  input: answerInput,
  run: (context, { paperNumber, paperDate, summary, term: given, ...step }) =>
    takeStep(context, 'answer', step, async ({ id, answeredOn }) => {
      refuseIf(whyNotPaperDay(paperDate, await askedOn(context.tx, id), context.today))
      const term = given ?? (await ownTerm(context.tx, 'answered', step.day))
      refuseIf(whyNotTerm(term.on, step.day))
      const due = { due_on: term.on, due_basis: term.basis }
      return {
        change: { state: 'answered', answered_on: answeredOn ?? step.day, ...due },
        step: { paper_number: paperNumber, paper_date: paperDate, summary, ...due },
      }
    }),
})
