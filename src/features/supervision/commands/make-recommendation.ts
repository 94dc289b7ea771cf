import { command } from '../../../engine/command.ts'
import { stepInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Makes one recommendation of the findings that ask for something. */
export const makeRecommendation = command({
  name: 'supervision.make-recommendation',
  permission: WORK,
  input: stepInput,
  run: (context, step) => takeStep(context, 'recommend', step),
})
