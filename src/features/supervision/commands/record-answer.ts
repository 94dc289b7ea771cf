import { command } from '../../../engine/command.ts'
import { answerInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes what was answered: its paper and a summary. Whether that repairs anything is seen on the spot. */
export const recordAnswer = command({
  name: 'supervision.record-answer',
  permission: WORK,
  input: answerInput,
  run: (context, step) => takeStep(context, 'answer', step),
})
