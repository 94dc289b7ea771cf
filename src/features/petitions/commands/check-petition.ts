import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkInput } from '../contract.ts'
import { ownTerm } from '../due.ts'
import { HANDLE, stateAfter, whyNotTerm } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes what the people there say of the answer: settled, or not. Asked on the spot, a settled matter is confirmed as well. */
export const checkPetition = command({
  name: 'petitions.check-petition',
  permission: HANDLE,
  input: checkInput,
  run: (context, { onSpot, settled, byUnit, summary, term: given, ...step }) =>
    takeStep(context, 'check', step, async petition => {
      const said = { on_spot: onSpot, settled, by_unit: byUnit, summary }
      const state = stateAfter('check', settled)
      if (settled) {
        const confirmed = onSpot ? { confirmed_on: step.day } : {}
        const end = { settled_on: petition.settledOn ?? step.day, closed_on: petition.closedOn ?? step.day }
        return { change: { state, ...end, ...confirmed, due_on: null, due_basis: null }, step: said }
      }
      const term = given ?? (await ownTerm(context.tx, 'not-settled', step.day))
      refuseIf(whyNotTerm(term.on, step.day))
      const due = { due_on: term.on, due_basis: term.basis }
      return { change: { state, settled_on: null, closed_on: null, ...due }, step: { ...said, ...due } }
    }),
})
