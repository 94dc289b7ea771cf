import { command } from '../../../engine/command.ts'
import { stepInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Closes a supervision: nothing was asked for, or all of it was repaired or explained and seen again. */
export const closeSupervision = command({
  name: 'supervision.close-supervision',
  permission: WORK,
  input: stepInput,
  run: (context, step) => takeStep(context, 'close', step),
})
