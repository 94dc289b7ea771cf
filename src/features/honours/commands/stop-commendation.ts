import { command } from '../../../engine/command.ts'
import { atInput } from '../commendations/contract.ts'
import { KEEP } from '../commendations/rules.ts'
import { takeStep } from '../commendations/steps.ts'

/** Ends a round without a decision. */
export const stopCommendation = command({
  name: 'honours.stop-commendation',
  permission: KEEP,
  input: atInput,
  run: (context, at) => takeStep(context, 'stop', at, context.today, async () => ({ state: 'stopped', due_on: null })),
})
