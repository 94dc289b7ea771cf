import { command } from '../../../engine/command.ts'
import { seeAgainInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes what was found there the second time: right, or not, and then the findings lie with the answer again. */
export const seeAgain = command({
  name: 'supervision.see-again',
  permission: WORK,
  input: seeAgainInput,
  run: (context, { right, ...step }) => takeStep(context, 'see-again', { ...step, outcome: right ? 'right' : 'not-right' }),
})
