import { command } from '../../../engine/command.ts'
import { returnInput } from '../contract.ts'
import { HANDLE } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Gives a petition back with the reason. That is its end; the same matter handed in again is a petition of its own. */
export const returnPetition = command({
  name: 'petitions.return-petition',
  permission: HANDLE,
  input: returnInput,
  run: (context, { summary, ...step }) =>
    takeStep(context, 'return', step, async () => ({
      change: { state: 'returned', closed_on: step.day, due_on: null, due_basis: null },
      step: { summary },
    })),
})
