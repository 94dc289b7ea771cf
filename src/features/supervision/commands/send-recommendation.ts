import { command } from '../../../engine/command.ts'
import { sendInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes that the recommendation has gone out by a paper with number and date. The term to answer starts that day. */
export const sendRecommendation = command({
  name: 'supervision.send-recommendation',
  permission: WORK,
  input: sendInput,
  run: (context, step) => takeStep(context, 'send', step),
})
