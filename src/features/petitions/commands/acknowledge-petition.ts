import { command } from '../../../engine/command.ts'
import { acknowledgeInput } from '../contract.ts'
import { clockTerm } from '../due.ts'
import { HANDLE } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes that the competent body has received the petition. A clock of the law runs from that day on. */
export const acknowledgePetition = command({
  name: 'petitions.acknowledge-petition',
  permission: HANDLE,
  input: acknowledgeInput,
  run: (context, { paperNumber, paperDate, ...step }) =>
    takeStep(context, 'acknowledge', step, async ({ origin, addresseeLevel, state }) => {
      const fresh = state === 'forwarded' && addresseeLevel !== null
      const term = fresh ? await clockTerm(context.tx, { origin, level: addresseeLevel, day: step.day }) : null
      const due = term ? { due_on: term.on, due_basis: term.basis } : {}
      return {
        change: { state: 'acknowledged', ...due },
        step: { paper_number: paperNumber ?? null, paper_date: paperDate ?? null, ...due },
      }
    }),
})
