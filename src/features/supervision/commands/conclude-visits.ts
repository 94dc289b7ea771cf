import { command } from '../../../engine/command.ts'
import { stepInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Ends the visits: what was found stands, and is asked for or not. */
export const concludeVisits = command({
  name: 'supervision.conclude-visits',
  permission: WORK,
  input: stepInput,
  run: (context, step) => takeStep(context, 'conclude', step),
})
