import { command } from '../../../engine/command.ts'
import { forwardInput } from '../contract.ts'
import { termFor } from '../due.ts'
import { HANDLE } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes that a petition has gone to the competent body by a paper with number and date. Its clock starts that day. */
export const forwardPetition = command({
  name: 'petitions.forward-petition',
  permission: HANDLE,
  input: forwardInput,
  run: (context, { addressee, level, paperNumber, paperDate, term: given, ...step }) =>
    takeStep(context, 'forward', step, async ({ origin }) => {
      const term = await termFor(context.tx, { origin, level, day: step.day }, given)
      const due = { due_on: term.on, due_basis: term.basis }
      return {
        change: { state: 'forwarded', addressee, addressee_level: level, ...due },
        step: { addressee, paper_number: paperNumber, paper_date: paperDate, ...due },
      }
    }),
})
