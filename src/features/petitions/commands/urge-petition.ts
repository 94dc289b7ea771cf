import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { urgeInput } from '../contract.ts'
import { LEAD, whyNotTerm } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** A leader lets the second letter go out, once the term has passed or the people say that it is not settled. */
export const urgePetition = command({
  name: 'petitions.urge-petition',
  permission: LEAD,
  input: urgeInput,
  run: (context, { paperNumber, paperDate, term, ...step }) =>
    takeStep(context, 'urge', step, async ({ addressee }) => {
      refuseIf(whyNotTerm(term.on, step.day))
      const due = { due_on: term.on, due_basis: term.basis }
      return {
        change: { state: 'urged', ...due },
        step: { addressee, paper_number: paperNumber ?? null, paper_date: paperDate ?? null, ...due },
      }
    }),
})
